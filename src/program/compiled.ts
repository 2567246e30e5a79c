import type { Values } from './program.ts';

/**
 * A program that a backend can run. `State` is a tensor as the backend takes it, `Told` what a dial is told, `Result` a
 * tensor as the backend makes it.
 */
export interface Compiled<State, Told, Result> {
  /** Numbers of an input, to be filled before it runs: by event and field. */
  readonly inputs: readonly { readonly event: number; readonly field: string; readonly values: Values }[];
  /** Tells what hangs on an event what it is to do in the next run. */
  tell(event: number, told: Told): void;
  /** Runs it on the state. */
  run(states: readonly State[]): void;
  /** The program's results of the last run, as new tensors: the caller's to dispose. */
  results(): readonly Result[];
  /** Whether state that is changed in place still lies where this expects it. */
  fits(states: readonly State[]): boolean;
  /** Jobs; kernels that are JavaScript's; bytes that all programs of the backend share for what they make. */
  readonly counts: { readonly jobs: number; readonly borrowed: number; readonly bytes: number };
  dispose(): void;
}
