/** Threads that exchange numbers put sums together as those do that share memory, to the bit. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { start } from '../../engine/backends/webgpu.ts';
import { activeBackend } from '../inPlace.ts';
import { findSubgroup, keepSubgroup, subgroupOf } from './subgroups.ts';
import { both, type Compute, expectNear, type Shapes } from './testing/both.ts';

/** As the device was found to have it. */
let size = 1;
beforeAll(async () => {
  await start();
  size = subgroupOf(activeBackend().device);
});
afterEach(() => keepSubgroup(activeBackend().device, size));

it('the emulated GPU exchanges numbers between neighbours', () => {
  const { device } = activeBackend();
  expect(device.features.has('subgroups')).toBe(true);
  expect(size).toBe(device.adapterInfo.subgroupMinSize);
  expect(size).toBeGreaterThan(1);
});

it('a device whose threads do not exchange what they should, has none', async () => {
  expect(await findSubgroup(activeBackend().device, 2 * size)).toBe(1);
});

it('a device that was not asked for subgroups has none', async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = (await adapter?.requestDevice()) as GPUDevice;
  expect(await findSubgroup(device, 32)).toBe(1);
  device.destroy();
});

const SHAPES: Shapes = [[7, 5, 6], [3, 1000], [700, 3], [2, 9], [5000]];

const reductions: Compute = (a, rows, columns, few, all) => {
  const [x, y, z, w, v] = [a, rows, columns, few, all] as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  return [
    ...[tf.sum(x), tf.sum(x, 0), tf.mean(x, 2), tf.sum(x, [0, 2]), tf.max(x, 1), tf.min(x, 2)],
    ...[tf.sum(y, 1), tf.max(y, 1), tf.mean(y), tf.sum(z, 0), tf.min(z, 0), tf.sum(w, 1), tf.mean(v)],
  ];
};

it('reductions of all lengths give what tfjs gives, and the same bits with subgroups of any size as with none', async () => {
  const bits: Uint32Array[][] = [];
  for (let exchanging = size; exchanging >= 1; exchanging /= 2) {
    keepSubgroup(activeBackend().device, exchanging);
    const results = await both(SHAPES, reductions);
    expectNear(results);
    bits.push(results.map(({ found }) => new Uint32Array(Float32Array.from(found).buffer)));
  }
  expect(bits.length).toBeGreaterThan(1);
  for (const others of bits) expect(others).toEqual(bits[0]);
});
