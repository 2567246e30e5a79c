/**
 * What the benchmark asks of each contender, and what it hears back. A contender lives in a process of its own (Node,
 * Python) or in a browser's worker; scripts/bench/step.py speaks the same.
 */

import type { Asked } from '../../src/engine/headless.ts';

/** `gan`: DRAGAN's networks trained without its penalty. */
export type CaseName = 'cgan' | 'gan' | 'dragan';

export interface BenchCase {
  readonly name: CaseName;
  readonly batch: number;
  /** Multiplies every layer's width. */
  readonly width: number;
}

export type Request =
  /** Builds the networks afresh. */
  | ({ readonly ask: 'open' } & BenchCase)
  /** Takes steps numbered from `from`, and waits until the last one's result can be read. */
  | { readonly ask: 'steps'; readonly from: number; readonly count: number }
  | { readonly ask: 'close' }
  /** Speed of matrix products and convolutions. */
  | { readonly ask: 'products' }
  /** What a step asks of WebGPU's device, taken one kernel after the other and compiled. */
  | { readonly ask: 'asked' }
  /** Where a step's time goes. Only backends that compute before they return can say. */
  | { readonly ask: 'profile'; readonly count: number };

/** What a step asks of a device, and milliseconds of JavaScript until all is asked. */
export interface AskedOfStep extends Asked {
  readonly milliseconds: number;
}

export interface Answers {
  /** Trainable weights of both networks: contenders that do the same work have the same number. */
  readonly open: { readonly parameters: number };
  readonly steps: { readonly milliseconds: number; readonly scalars: Readonly<Record<string, number>> };
  readonly close: Readonly<Record<string, never>>;
  readonly products: { readonly gigaflops: Readonly<Record<string, number>> };
  readonly asked: { readonly eager: AskedOfStep; readonly compiled: AskedOfStep | null };
  /** Milliseconds for each step: all of it, and by kernel. */
  readonly profile: { readonly total: number; readonly kernels: Readonly<Record<string, number>> };
}

/** The first thing that a contender says. */
export interface Greeting {
  readonly device: string;
  /** True for a GPU interface that is emulated on the CPU. */
  readonly software: boolean;
}

export interface Failure {
  readonly error: string;
}

/** A contender that has started. */
export interface Contender extends Greeting {
  readonly name: string;
  /** @throws Error with the contender's own words, or when it takes longer than allowed; then it is gone. */
  ask<R extends Request>(request: R, limitMs?: number): Promise<Answers[R['ask']]>;
  end(): Promise<void>;
}

/** One that cannot take part on this machine. */
export interface Absent {
  readonly name: string;
  readonly why: string;
}
