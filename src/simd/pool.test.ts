import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Helper } from './host.ts';
import { type Kernels, loadKernels } from './loadKernels.ts';
import { LinearMemory } from './memory.ts';
import { Pool } from './pool.ts';

/** A pool whose helpers do as they are told: the first start, the second, and so on. */
function poolOf(threads: number, kernels: Kernels, ...outcomes: ('ready' | 'fails' | 'hangs' | 'throws')[]) {
  let starts = 0;
  const startOne = (): Helper => {
    const outcome = outcomes[starts++] ?? 'ready';
    if (outcome === 'throws') throw new Error('There are no workers here.');
    const ready = {
      ready: () => Promise.resolve(),
      fails: () => Promise.reject(new Error('404')),
      hangs: () => new Promise<void>(() => undefined),
    }[outcome]();
    return { ready, end: () => undefined };
  };
  const pool = new Pool(kernels, new LinearMemory(2 ** 26), threads, startOne);
  return { pool, starts: () => starts };
}

describe('the helper threads', () => {
  let kernels: Kernels;
  beforeEach(async () => {
    kernels = await loadKernels();
  });
  afterEach(() => void vi.useRealTimers());

  it('all start', async () => {
    const { pool, starts } = poolOf(4, kernels);
    expect(await pool.started).toBe(4);
    expect(starts()).toBe(3);
  });

  it.each(['fails', 'throws'] as const)('are tried once more: the first %s', async (how) => {
    const { pool, starts } = poolOf(2, kernels, how);
    expect(await pool.started).toBe(2);
    expect(starts()).toBe(2);
  });

  it('are fewer when some never start', async () => {
    const { pool } = poolOf(3, kernels, 'ready', 'fails', 'fails');
    expect(await pool.started).toBe(2);
  });

  it('are done without when none starts: the calling thread computes alone', async () => {
    const { pool } = poolOf(3, kernels, 'fails', 'fails', 'fails', 'fails');
    expect(await pool.started).toBe(1);
  });

  it('are waited for no longer than five seconds', async () => {
    vi.useFakeTimers();
    const { pool, starts } = poolOf(2, kernels, 'hangs');
    await vi.advanceTimersByTimeAsync(5100);
    expect(await pool.started).toBe(1);
    expect(starts()).toBe(1);
  });
});
