import type { Tensor } from '@tensorflow/tfjs-core';
import type { StreamState } from '../../core/random.ts';

/** Adam's settings for one update. */
export interface AdamUpdate {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The update's number, from 1. */
  readonly step: number;
}

/** What a backend offers beyond tfjs's operations. */
interface Accelerated {
  /** Updates weight and moments in place, in one pass over memory. */
  adam(weight: Tensor, first: Tensor, second: Tensor, gradient: Tensor, update: AdamUpdate): void;
  /** average += share · (value − average), in place and in one pass over memory. */
  moveTowards(average: Tensor, value: Tensor, share: number): void;
  /** Fills `out` with an inverted dropout mask drawn from a stream; returns the stream's state after it. */
  dropoutMask(out: Tensor, state: StreamState, rate: number): StreamState;
}

/** By tfjs's name for the backend; one that has such shortcuts enters them when it starts. */
export const accelerated = new Map<string, Accelerated>();
