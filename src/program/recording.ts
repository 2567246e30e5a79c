/** Who writes a step down is told by these; how it does so is recorder.ts's affair, which is fetched later. */
import type { Laws } from './law.ts';
import type { Program, Values } from './program.ts';

/** A tensor as a kernel sees it; who has the same `dataId` has the same numbers. */
export interface Seen {
  readonly dataId: object;
  readonly shape: readonly number[];
  readonly dtype: string;
}

export type SeenInputs = Readonly<Record<string, Seen>> | readonly Seen[];

export interface Recorder<Event = unknown> {
  /** Something is taken from outside; arrays among it that become tensors are inputs. @returns its place */
  event(event: Event, drawn?: Readonly<Record<string, Values>>, laws?: Laws): number;
  /** A tensor was made of these numbers. */
  wrote(tensor: Seen, values: ArrayLike<number>): void;
  /** A kernel has run. */
  ran(kernel: string, inputs: SeenInputs, attrs: object, outputs: readonly Seen[]): void;
  /** A kernel of our own has changed some of its inputs in place. */
  changed(kernel: string, inputs: Readonly<Record<string, Seen>>, changes: readonly string[], dial?: number): void;
  /** The step does something that cannot be written down. */
  cannot(why: string): void;
  /**
   * @param states the state as it is now, in the order of the beginning
   * @throws Unrecordable where the step came by something that cannot be written down
   */
  finish(states: readonly Seen[], results: readonly Seen[]): Program<Event>;
}

/** Who writes down what kernels do now; nobody by default. Backends that can be recorded tell it. */
export const recording: { now: Recorder | null } = { now: null };
