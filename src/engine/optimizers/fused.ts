import type { Tensor } from '@tensorflow/tfjs-core';

/** Adam's settings for one update. */
export interface AdamUpdate {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The update's number, from 1. */
  readonly step: number;
}

/** Updates weight and moments in place, in one pass over memory. */
export type FusedUpdate = (weight: Tensor, first: Tensor, second: Tensor, gradient: Tensor, update: AdamUpdate) => void;

/** What backends offer beyond tfjs's operations, by tfjs's name for them; a backend enters its own when it starts. */
export const fusedUpdates = new Map<string, FusedUpdate>();
