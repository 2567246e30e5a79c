import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import { late } from '../../core/late.ts';
import type { Program } from '../../program/program.ts';
import { WebGpuBackend } from '../../webgpu/backend.ts';
import { activeBackend, adam, dropoutMask, moveTowards } from '../../webgpu/inPlace.ts';
import { recordKernels } from '../../webgpu/register.ts';
import { findSubgroup, keepSubgroup } from '../../webgpu/replay/subgroups.ts';
import { accelerated, type Made } from '../step/accelerated.ts';
import { openDevice } from './adapter.ts';
import { timeOfAnswer } from './answers.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';
import { soon } from './soon.ts';
import { chooseTiles } from './tiles.ts';

const compiler = late(
  imported(
    () => import('../../webgpu/replay/replay.ts'),
    ({ createReplay }) =>
      (program: Program, states: readonly tf.Tensor[]): Promise<Made> =>
        createReplay(program, states, activeBackend()),
  ),
);

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
  tf.registerBackend('webgpu', () => new WebGpuBackend(device, adapter.info));
  recordKernels();
  await initialise('webgpu');
  const activate = () => activateNow('webgpu');
  accelerated.set('webgpu', { adam, moveTowards, dropoutMask, compiler });
  keepSubgroup(device, (await soon(findSubgroup(device, adapter.info.subgroupMinSize ?? 1))) ?? 1);
  const name = describe(adapter.info);
  const software = adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(name);
  return {
    id: 'webgpu',
    device: name ? { code: 'device.named', name } : { code: 'device.unnamed' },
    falls: [],
    tiles: await chooseTiles(device, software),
    answersIn: await timeOfAnswer({ activate, guard: liveness.guard }),
    readsCopies: false,
    software,
    activate,
    ...liveness,
  };
}
