import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { AdamUpdate, Told } from '../../core/kernels.ts';
import type { Late } from '../../core/late.ts';
import type { StreamState } from '../../core/random.ts';
import type { Compiled } from '../../program/compiled.ts';
import type { Program } from '../../program/program.ts';

/** A program that a backend runs on tensors of tfjs's. */
export type Made = Compiled<Tensor, Told, TensorInfo>;

/** What a backend offers beyond tfjs's operations. */
export interface Accelerated {
  /** Updates weight and moments in place, in one pass over memory. @param dial the event of a recorded step */
  adam(weight: Tensor, first: Tensor, second: Tensor, gradient: Tensor, update: AdamUpdate, dial: number): void;
  /** average += share · (value − average), in place and in one pass over memory. */
  moveTowards(average: Tensor, value: Tensor, share: number, dial: number): void;
  /** variable ← value, in place: where variables would move, a compiled step has to copy what is assigned. */
  put?(variable: Tensor, value: Tensor): void;
  /** Fills `out` with an inverted dropout mask drawn from a stream; returns the stream's state after it. */
  dropoutMask(out: Tensor, state: StreamState, rate: number, dial: number): StreamState;
  /**
   * Makes a program into something that runs at once, on the state that lies where these tensors have it; now, or once
   * the device is done with it. Fails where the backend has no way to run it.
   */
  readonly compiler: Late<(program: Program, states: readonly Tensor[]) => Made | Promise<Made>>;
}

/** By tfjs's name for the backend; one that has such shortcuts enters them when it starts. */
export const accelerated = new Map<string, Accelerated>();
