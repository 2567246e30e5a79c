import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import type { SimdBackend } from './backend.ts';
import { registerSimdBackend } from './register.ts';
import { KNOWN_LOSSES, trainBriefly } from './testing/fingerprint.ts';

describe.each(['relaxed', 'plain'] as const)('%s binary', (binary) => {
  it.each([1, 2, 3])('gives the same bits with %i threads', async (threads) => {
    const simd = await registerSimdBackend({ threads, relaxed: binary === 'relaxed' });
    await tf.setBackend('simd');
    const { pool } = tf.backend() as SimdBackend;
    await vi.waitUntil(() => pool.ready === threads - 1);
    expect(trainBriefly()).toEqual(KNOWN_LOSSES[binary]);
    simd.dispose();
  });
});
