import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { SimdBackend } from './backend.ts';
import { registerSimdBackend } from './register.ts';
import { KNOWN_LOSSES, trainBriefly } from './testing/fingerprint.ts';

it.each([
  ['relaxed', 1],
  ['relaxed', 2],
  ['plain', 2],
] as const)('gives the bits of Node in a browser: %s binary, %i threads', async (binary, threads) => {
  const simd = await registerSimdBackend({ threads, relaxed: binary === 'relaxed' });
  await tf.setBackend('simd');
  const { pool } = tf.backend() as SimdBackend;
  expect(await pool.started).toBe(threads);
  expect(trainBriefly()).toEqual(KNOWN_LOSSES[binary]);
  simd.dispose();
});
