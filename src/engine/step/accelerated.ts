import type { Tensor } from '@tensorflow/tfjs-core';
import type { StreamState } from '../../core/random.ts';
import type { Program, Values } from '../../program/program.ts';

/** Adam's settings for one update. */
export interface AdamUpdate {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The update's number, from 1. */
  readonly step: number;
}

/** What a step tells a compiled program anew. */
export type Told =
  | { readonly kind: 'adam'; readonly update: AdamUpdate }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'mask'; readonly state: StreamState; readonly rate: number };

/** A program that a backend can run. */
export interface Compiled {
  /** Where drawn numbers go before it runs: by event and field. */
  readonly inputs: readonly { readonly event: number; readonly field: string; readonly values: Values }[];
  tell(event: number, told: Told): void;
  run(states: readonly Tensor[]): void;
  /** The program's results, until the next run. */
  results(): readonly Values[];
  /** Whether what is changed in place still lies where it did. */
  fits(states: readonly Tensor[]): boolean;
  readonly counts: { readonly jobs: number; readonly borrowed: number; readonly bytes: number };
  dispose(): void;
}

/** What a backend offers beyond tfjs's operations. */
interface Accelerated {
  /** Updates weight and moments in place, in one pass over memory. @param dial the event of a recorded step */
  adam(weight: Tensor, first: Tensor, second: Tensor, gradient: Tensor, update: AdamUpdate, dial: number): void;
  /** average += share · (value − average), in place and in one pass over memory. */
  moveTowards(average: Tensor, value: Tensor, share: number, dial: number): void;
  /** Fills `out` with an inverted dropout mask drawn from a stream; returns the stream's state after it. */
  dropoutMask(out: Tensor, state: StreamState, rate: number, dial: number): StreamState;
  /** Makes a program into something that runs at once, on the state that lies where these tensors have it. */
  compile(program: Program, states: readonly Tensor[]): Compiled;
}

/** By tfjs's name for the backend; one that has such shortcuts enters them when it starts. */
export const accelerated = new Map<string, Accelerated>();
