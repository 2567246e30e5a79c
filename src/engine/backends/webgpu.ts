import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../core/errors.ts';
import { openDevice } from './adapter.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

const describe = ({ vendor, architecture, device, description }: GPUAdapterInfo): string =>
  description || [vendor, architecture, device].filter(Boolean).join(' ');

/**
 * WebGPU on a device of our own: tfjs's starter dereferences a missing adapter and never hears of a lost device.
 *
 * @throws EngineError `backend-unavailable` where there is no adapter, or none that answers.
 */
export async function start(): Promise<StartedBackend> {
  if (typeof navigator === 'undefined' || !navigator.gpu)
    throw new EngineError('backend-unavailable', { code: 'backend.noWebGpu' });
  const { adapter, device } = await openDevice(navigator.gpu);
  const { lose, ...liveness } = createLiveness('webgpu');
  void device.lost.then(({ message }) => lose(message));

  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  await initialise('webgpu');
  const name = describe(adapter.info);
  return {
    id: 'webgpu',
    device: name ? { code: 'device.named', name } : { code: 'device.unnamed' },
    falls: [],
    software: adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(name),
    activate: () => activateNow('webgpu'),
    ...liveness,
  };
}
