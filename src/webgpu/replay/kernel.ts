/** What an operation is in WGSL: functions, and how many workgroups run it. */
import type { Program } from '../../program/program.ts';
import type { Family } from './families.ts';
import type { Subject } from './subject.ts';

/** Threads of each workgroup: as many as every device offers. */
export const LANES = 256;

export interface Kernel {
  /** Functions, all of whose names begin with the kernel's own. The one of that name takes `group` and `lane`. */
  readonly code: string;
  readonly groups: number;
  /** Words of memory that the threads of a workgroup share, as the array `shared_words`. */
  readonly shared: number;
}

/** Where lists of numbers that kernels read are written, once. */
export interface Tables {
  /** @returns the offset in words of the program's own memory */
  add(words: readonly number[]): number;
}

/** What kernels are written from. */
export interface Writing extends Subject {
  readonly program: Program;
  readonly dials: ReadonlyMap<number, number>;
  readonly tables: Tables;
  /** Of which products take their tiles. */
  readonly family: Family;
  /** Neighbouring threads that exchange numbers without memory between them, a power of two; 1 where none do. */
  readonly subgroup: number;
}

/** How far apart threads are that put numbers together pair by pair, `count` of them: 1, 2, 4 … steps. */
export const distances = (count: number, step = 1): readonly number[] =>
  Array.from({ length: Math.floor(Math.log2(count)) }, (_, bit) => step * 2 ** bit);

export const smallestPower = (of: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, of)));
