/** What code is written about, and how expressions are asked for. */
import type { Program } from '../../program/program.ts';
import type { Expression } from './elementwise.ts';
import type { Address } from './layout.ts';

/** What a kernel has no WGSL for. */
export class Unwritable extends Error {}

/** What code is written about. */
export interface Subject {
  readonly slots: Program['slots'];
  readonly addresses: ReadonlyMap<number, Address>;
  /** Slots that are changed in place: no constants, whatever they began as. */
  readonly changed: ReadonlySet<number>;
}

export interface Scope {
  /** What a slot is at a place. */
  value(slot: number, place: string): Expression;
  /** The same as a number. */
  float(slot: number, place: string): string;
  /** Gives an expression of places a name; the same expression has the same one. */
  name(code: string): string;
  /** A line of its own. */
  line(code: string): void;
  readonly lines: readonly string[];
}
