import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import type { SimdBackend } from './backend.ts';
import { LinearMemory, sizeClass } from './memory.ts';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { trainBriefly } from './testing/fingerprint.ts';

const MEBIBYTE = 2 ** 20;

describe('sizeClass', () => {
  it('wastes at most a quarter and keeps lines apart', () => {
    for (let bytes = 0; bytes < 5000; bytes += 7) {
      const size = sizeClass(bytes);
      expect(size % 64).toBe(0);
      expect(size).toBeGreaterThanOrEqual(Math.max(bytes, 64));
      expect(size).toBeLessThanOrEqual(Math.max(bytes * 1.25 + 64, 64));
      expect(sizeClass(size)).toBe(size);
    }
  });
});

describe('LinearMemory', () => {
  it('hands out blocks that do not overlap, and the same ones again', () => {
    const memory = new LinearMemory(64 * MEBIBYTE);
    const sizes = Array.from({ length: 200 }, (_, i) => (i * 7919) % 100_000);
    const blocks = sizes.map((size) => ({ from: memory.allocate(size), size })).sort((a, b) => a.from - b.from);
    blocks.forEach(({ from, size }, i) => {
      const next = blocks[i + 1];
      if (next) expect(from + size).toBeLessThanOrEqual(next.from);
    });
    const held = memory.used;
    for (const { from } of blocks) memory.release(from);
    expect(memory.used).toBe(0);
    const before = memory.memory.buffer.byteLength;
    for (const { size } of blocks) memory.allocate(size);
    expect(memory.used).toBe(held);
    expect(memory.memory.buffer.byteLength).toBe(before);
  });

  it('refuses what it does not hold', () => {
    const memory = new LinearMemory(32 * MEBIBYTE);
    expect(() => memory.release(12345)).toThrow(/Nothing is allocated/);
    expect(() => memory.allocate(64 * MEBIBYTE)).toThrow(EngineError);
  });
});

describe('the backend', () => {
  let simd: RegisteredSimd | null = null;
  afterEach(() => simd?.dispose());

  it('says clearly that memory is out, and goes on afterwards', async () => {
    simd = await registerSimdBackend({ threads: 1, memoryLimit: 64 * MEBIBYTE });
    await tf.setBackend('simd');
    const kept = tf.range(0, 1000);
    expect(() => tf.tidy(() => Array.from({ length: 100 }, () => tf.zeros([MEBIBYTE])))).toThrow('backend.full');
    expect(tf.sum(kept).dataSync()[0]).toBe(499500);
    const big = tf.tidy(() => tf.sum(tf.ones([4 * MEBIBYTE])));
    expect(big.dataSync()[0]).toBe(4 * MEBIBYTE);
  });

  it('holds no more after many steps than after one', async () => {
    simd = await registerSimdBackend({ threads: 1 });
    await tf.setBackend('simd');
    const { linear } = tf.backend() as SimdBackend;
    trainBriefly();
    const [used, size] = [linear.used, linear.memory.buffer.byteLength];
    for (let i = 0; i < 10; i++) trainBriefly();
    expect(linear.used).toBe(used);
    expect(linear.memory.buffer.byteLength).toBe(size);
  });
});
