import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../core/errors.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

/** The limits that tfjs's kernels make use of; a device has only the least of each unless asked for more. */
const LIMITS = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

const describe = ({ vendor, architecture, device, description }: GPUAdapterInfo): string =>
  description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed adapter';

/**
 * WebGPU on a device of our own: tfjs's starter dereferences a missing adapter and never hears of a lost device.
 *
 * @throws EngineError `backend-unavailable` where there is no adapter.
 */
export async function start(): Promise<StartedBackend> {
  if (typeof navigator === 'undefined' || !navigator.gpu)
    throw new EngineError('backend-unavailable', { code: 'backend.noWebGpu' });
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new EngineError('backend-unavailable', { code: 'backend.noAdapter' });

  const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
  const device = await adapter.requestDevice({ requiredLimits });
  const { lose, ...liveness } = createLiveness('webgpu');
  void device.lost.then(({ message }) => lose(message));

  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  await initialise('webgpu');
  const name = describe(adapter.info);
  return {
    id: 'webgpu',
    device: name,
    software: adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(name),
    activate: () => activateNow('webgpu'),
    ...liveness,
  };
}
