import { expect, it } from 'vitest';
import type { LayerSpec, NetworkSpec } from '../../src/core/network.ts';
import type { Plan } from '../../src/gan/plan.ts';
import { planOf } from './cases.ts';
import { flopsOf } from './flops.ts';

const dense = (units: number): LayerSpec => ({ kind: 'dense', units });
const network = (input: number[], ...layers: LayerSpec[]): NetworkSpec => ({ input, init: { kind: 'torch' }, layers });

/** G: 2 → 3 → 4. D: 4 → 5 → 1. One example. */
const tiny: Plan = {
  ...planOf({ name: 'gan', batch: 1, width: 1 }),
  generator: network([2], dense(3), dense(4)),
  discriminator: network([4], dense(5), { kind: 'leakyRelu', slope: 0.2 }, dense(1)),
};
// Multiply-adds: G 6 + 12 = 18, D 20 + 5 = 25.
const UPDATE_G = 18 + 25 + 25 + 18 + 12;
const UPDATE_D = 2 * (25 + 25 + 5);

it('counts a step of a plain GAN by hand', () => {
  expect(flopsOf(tiny)).toBe(2 * (UPDATE_G + 18 + UPDATE_D));
});

it('generates once where D sees the batch that G was scored on', () => {
  const shared: Plan = { ...tiny, schedule: { first: 'G', sharedBatch: true, kD: 1, kG: 1 } };
  expect(flopsOf(shared)).toBe(2 * (UPDATE_G + UPDATE_D));
});

it('counts a trace by its share of the steps', () => {
  expect(flopsOf({ ...tiny, traceEvery: 10 }) - flopsOf(tiny)).toBeCloseTo((2 * (25 + 25)) / 10);
});

it('counts the double backward: through the gradient alone where every layer is piecewise linear', () => {
  const penalised: Plan = { ...tiny, penalty: { kind: 'dragan', weight: 1 } };
  expect(flopsOf(penalised) - flopsOf(tiny)).toBe(2 * (25 + 25 + (2 * 20 + 5)));
});

it('counts the double backward: and through the forward pass before a normalisation', () => {
  const normed: Plan = {
    ...tiny,
    discriminator: network([4], dense(5), { kind: 'layerNorm', epsilon: 1e-5 }, dense(1)),
  };
  const penalised: Plan = { ...normed, penalty: { kind: 'dragan', weight: 1 } };
  expect(flopsOf(penalised) - flopsOf(normed)).toBe(2 * (25 + 25 + (2 * 20 + 5) + 20));
});

it('needs the gradient by the first input where an embedding stands before it', () => {
  const embedding: LayerSpec = { kind: 'labelEmbedding', classes: 3, size: 2 };
  const without: Plan = { ...tiny, generator: network([4], dense(3), dense(4)) };
  const embedded: Plan = { ...tiny, generator: network([2], embedding, dense(3), dense(4)) };
  expect(flopsOf(embedded) - flopsOf(without)).toBe(2 * 12);
});

it('counts convolutions by output, their transposes by input', () => {
  const plan: Plan = {
    ...tiny,
    generator: network([2, 2, 3], { kind: 'convTranspose', filters: 5, kernel: 4, stride: 2, padding: 'same' }),
    discriminator: network([4, 4, 5], { kind: 'conv', filters: 7, kernel: 4, stride: 2, padding: 'same' }),
  };
  const g = 2 * 2 * 3 * 16 * 5;
  const d = 2 * 2 * 7 * 16 * 5;
  // Each network is one layer: no gradient by its own input, except D's for G.
  expect(flopsOf(plan)).toBe(2 * (g + d + d + g + g + 2 * (d + d)));
});

it('is of the known size for the recipes at batch 64', () => {
  const giga = (name: 'cgan' | 'gan' | 'dragan') => flopsOf(planOf({ name, batch: 64, width: 1 })) / 1e9;
  expect(giga('cgan')).toBeCloseTo(1.9, 0);
  expect(giga('gan')).toBeCloseTo(20, 0);
  expect(giga('dragan')).toBeCloseTo(30, 0);
});
