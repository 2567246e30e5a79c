import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StartedBackend } from './backend.ts';
import { start as startCpu } from './cpu.ts';
import { beatBetweenKernels, multiplicationsOf, startHeart } from './heart.ts';

const shaped = (...shape: number[]) => ({ shape, dtype: 'float32', dataId: {} }) as unknown as tf.TensorInfo;

describe('how much a kernel has to do', () => {
  it.each([
    ['a product', { a: shaped(3, 4), b: shaped(4, 5) }, { transposeA: false, transposeB: false }, 60],
    ['one of transposed', { a: shaped(4, 3), b: shaped(5, 4) }, { transposeA: true, transposeB: true }, 60],
    ['a convolution', { x: shaped(2, 8, 8, 3), filter: shaped(5, 5, 3, 7) }, {}, 2 * 64 * 25 * 21],
    ['its gradient by x', { dy: shaped(2, 8, 8, 7), filter: shaped(5, 5, 3, 7) }, {}, 2 * 64 * 25 * 21],
    [
      'its gradient by the kernel',
      { x: shaped(2, 8, 8, 3), dy: shaped(2, 4, 4, 7) },
      { filterShape: [5, 5, 3, 7] },
      2 * 64 * 25 * 21,
    ],
    ['a sum', { a: shaped(100, 100), b: shaped(100, 100) }, undefined, 0],
  ] as const)('%s', (_, inputs, attrs, expected) => {
    expect(multiplicationsOf({ inputs: inputs as never, attrs: attrs as never })).toBe(expected);
  });
});

describe('the heart', () => {
  const beats: number[] = [];
  let backend: StartedBackend;
  let now = 0;

  beforeEach(async () => {
    backend = await startCpu();
    backend.activate();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    startHeart((allow) => beats.push(allow));
    beats.length = 0;
    now = performance.now();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const later = (milliseconds: number) => {
    now += milliseconds;
    vi.spyOn(performance, 'now').mockReturnValue(now);
  };

  it('beats every second by itself', () => {
    vi.advanceTimersByTime(3000);
    expect(beats).toEqual([0, 0, 0]);
  });

  it('beats before a kernel when a second has passed since, and announces what may take long', () => {
    beatBetweenKernels(backend);
    const small = tf.ones([2, 2]);
    beats.length = 0;
    tf.matMul(small, small);
    expect(beats).toEqual([]);
    later(1500);
    tf.add(small, small);
    tf.add(small, small);
    expect(beats).toEqual([0]);
    // 300 · 300 · 300 multiplications, at 15,000 in a millisecond.
    const large = tf.ones([300, 300]);
    tf.matMul(large, large);
    expect(beats).toEqual([0, 1800, 0]);
  });

  it('is patient all the while with an emulated GPU', () => {
    beatBetweenKernels({ ...backend, software: true });
    later(600);
    tf.add(tf.ones([2]), 1);
    expect(beats).toEqual([30_000]);
  });
});
