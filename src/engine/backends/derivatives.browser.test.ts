/** Derivatives on the GPU backends, against finite differences there and against the CPU. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivativeCases } from '../../gan/testing/cases.ts';
import type { Derivatives } from '../../gan/testing/derivatives.ts';
import { derivativesOf, examine, ordersOf } from '../../gan/testing/derivatives.ts';
import { backendStarters } from './index.ts';

const norm = (values: Float32Array): number => Math.hypot(...values);

/** The largest distance of a tensor from what the CPU found, relative to its norm, or to a hundredth of them all. */
function distance(found: Derivatives, expected: Derivatives): number {
  const ours = [found.values, ...found.gradients];
  const theirs = [expected.values, ...expected.gradients];
  const all = Math.hypot(...theirs.map(norm));
  const distances = theirs.map((tensor, i) => {
    const apart = tensor.map((value, j) => value - (ours[i]?.[j] ?? Number.NaN));
    return norm(apart) / Math.max(norm(tensor), 0.01 * all);
  });
  return Math.max(...distances);
}

describe.each(['webgl', 'webgpu'] as const)('on %s the derivatives are right:', (id) => {
  beforeAll(async () => {
    await backendStarters.cpu();
    await backendStarters[id]();
  });

  it.each(derivativeCases)('$name', async (derivativeCase) => {
    await tf.setBackend('cpu');
    const expected: Derivatives[] = [];
    for (const subject of ordersOf(derivativeCase)) expected.push(await derivativesOf(subject));
    await tf.setBackend(id);
    for (const [i, { byTape, error }] of (await examine(derivativeCase)).entries()) {
      expect(distance(byTape, expected[i] as Derivatives)).toBeLessThan(1e-4);
      expect(error).toBeLessThan(3e-3);
    }
  });
});
