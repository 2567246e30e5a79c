/**
 * A training step as plain data: a list of operations over slots with static shapes. It is recorded from a step that is
 * taken (recorder.ts), made smaller by passes, printed (print.ts) and replayed by a backend.
 */

import type { Law } from './law.ts';

export type ElementType = 'float32' | 'int32' | 'bool';
export type Values = Float32Array | Int32Array | Uint8Array;

/** Where the numbers of a slot come from. */
export type Origin =
  /** An operation of the program. */
  | { readonly kind: 'made' }
  /** The same in every step. */
  | { readonly kind: 'constant'; readonly values: Values }
  /** Drawn anew for each step: a field of what one of the program's events gives, and how it comes about where that is known. */
  | { readonly kind: 'drawn'; readonly event: number; readonly field: string; readonly law?: Law }
  /** Weights, moments, running statistics: stays from step to step. */
  | { readonly kind: 'state'; readonly name: string };

export interface Slot {
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly origin: Origin;
}

/** A slot as an operation sees it: reshaping moves no numbers. */
export interface Ref {
  /** Place in the program's slots. */
  readonly slot: number;
  readonly shape: readonly number[];
}

export interface Operation {
  /** tfjs's name of the kernel, or that of one of our own. */
  readonly kernel: string;
  /** By the kernel's names for them; for kernels that take a list, by place. */
  readonly inputs: Readonly<Record<string, Ref>>;
  readonly listed: boolean;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly outputs: readonly Ref[];
  /** Inputs that it changes in place, by name. */
  readonly changes: readonly string[];
  /** The event whose numbers it is given with each step, beyond its attributes. */
  readonly dial?: number;
}

/** What a step takes from outside, in the order in which it takes it; `Event` is what the engine makes of it. */
export interface Program<Event = unknown> {
  readonly slots: readonly Slot[];
  readonly operations: readonly Operation[];
  readonly events: readonly Event[];
  /** State whose new numbers are those of another slot at the end. */
  readonly stores: readonly { readonly state: number; readonly from: number }[];
  /** What is read after the step. */
  readonly results: readonly Ref[];
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

export const bytesOf = ({ shape, type }: Pick<Slot, 'shape' | 'type'>): number =>
  sizeOf(shape) * (type === 'bool' ? 1 : 4);

/** The number that all of them are, or null. */
export function uniform(values: Values): number | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

export const inputsOf = ({ inputs }: Operation): readonly Ref[] => Object.values(inputs);
