/** Where the time of a compiled step goes, job by job. */
import * as tf from '@tensorflow/tfjs-core';
import { codes, convInfo, type SimdBackend, shareOfProducts, winogradOf } from '../../../src/engine/headless.ts';
import { totalFlops } from '../../../src/program/flops.ts';
import type { Operation } from '../../../src/program/program.ts';
import { median } from '../tables.ts';
import type { Written } from './written.ts';

const WARM_UP = 20;
const SAMPLES = 60;

const NAMES = new Map(
  Object.entries(codes)
    .filter(([name]) => name.startsWith('JOB_'))
    .map(([name, code]) => [code as number, name.slice('JOB_'.length).toLowerCase().replaceAll('_', ' ')]),
);

export interface JobTimes {
  /** Milliseconds of a step as it runs. */
  readonly step: number;
  /** Milliseconds of its jobs, each called by itself, and how many there are, by name. */
  readonly jobs: ReadonlyMap<string, { readonly count: number; readonly milliseconds: number }>;
  /** Two for each multiplication that is done. */
  readonly flops: number;
}

/** What is left of a convolution's products. */
function shareOf({ kernel, inputs, attrs }: Operation, backend: SimdBackend): number {
  if (!kernel.includes('Conv2D')) return 1;
  const { inputShape, filterShape } = attrs as { inputShape?: number[]; filterShape?: number[] };
  const image = inputShape ?? inputs.x?.shape ?? [];
  const filter = filterShape ?? inputs.filter?.shape ?? [];
  const plan = winogradOf(backend, convInfo(image, filter, attrs as unknown as Parameters<typeof convInfo>[2]));
  return plan ? shareOfProducts(plan) : 1;
}

/** Calls `each` in place of every job of what `run` runs. */
function jobByJob(
  pool: SimdBackend['pool'],
  memory: ArrayBufferLike,
  run: () => void,
  each: (at: number) => void,
): void {
  const words = new Int32Array(memory);
  const { replay } = pool;
  pool.replay = (from, count) => {
    let at = from;
    for (let job = 0; job < count; job++) {
      each(at);
      // As assembly/words.ts has them.
      at += 4 * (4 + (words[at / 4 + 2] as number) + (words[at / 4 + 3] as number));
    }
  };
  try {
    run();
  } finally {
    pool.replay = replay;
  }
}

/** Of a step on the CPU backend, which is the current one. */
export function timeJobs({ program, run }: Written): JobTimes {
  const backend = tf.backend() as unknown as SimdBackend;
  const { pool, linear } = backend;
  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  for (let sample = 0; sample < WARM_UP; sample++) run();
  const steps = Array.from({ length: SAMPLES }, () => timed(run));
  /** By where it lies. */
  const taken = new Map<number, number[]>();
  const { buffer } = linear.memory;
  const replay = pool.replay.bind(pool);
  for (let sample = 0; sample < SAMPLES; sample++)
    jobByJob(pool, buffer, run, (at) => {
      const times = taken.get(at) ?? [];
      times.push(timed(() => replay(at, 1)));
      taken.set(at, times);
    });
  const words = new Int32Array(buffer);
  const jobs = new Map<string, { count: number; milliseconds: number }>();
  for (const [at, times] of taken) {
    const name = NAMES.get(words[at / 4] as number) ?? 'unknown';
    const { count, milliseconds } = jobs.get(name) ?? { count: 0, milliseconds: 0 };
    jobs.set(name, { count: count + 1, milliseconds: milliseconds + median(times) });
  }
  return { step: median(steps), jobs, flops: totalFlops(program, (operation) => shareOf(operation, backend)) };
}
