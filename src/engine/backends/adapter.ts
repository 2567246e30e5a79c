import { EngineError } from '../../core/errors.ts';
import { within } from '../../simd/within.ts';

/** The limits that tfjs's kernels make use of; a device has only the least of each unless asked for more. */
const LIMITS = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/** What kernels of our own make use of where a device offers it. */
const FEATURES = ['subgroups'] as const;

/** A driver that has not answered by then, in milliseconds, may never answer. */
const PATIENCE_MS = 5000;

const silent = () =>
  new EngineError('backend-unavailable', { code: 'backend.adapterSilent', seconds: PATIENCE_MS / 1000 });

/**
 * A WebGPU device with all that the adapter offers.
 *
 * @throws EngineError `backend-unavailable` where there is no adapter, or where it does not answer.
 */
export async function openDevice(gpu: GPU): Promise<{ readonly adapter: GPUAdapter; readonly device: GPUDevice }> {
  const adapter = await within(gpu.requestAdapter({ powerPreference: 'high-performance' }), PATIENCE_MS);
  if (adapter === 'late') throw silent();
  if (!adapter) throw new EngineError('backend-unavailable', { code: 'backend.noAdapter' });

  const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
  const requiredFeatures = FEATURES.filter((name) => adapter.features.has(name));
  const opening = adapter.requestDevice({ requiredLimits, requiredFeatures });
  const device = await within(opening, PATIENCE_MS);
  if (device === 'late') {
    // Nobody wants it any more when it comes.
    opening.then((unwanted) => unwanted.destroy()).catch(() => undefined);
    throw silent();
  }
  return { adapter, device };
}
