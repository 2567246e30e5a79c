/** Everything that decides how a run goes on, as plain data: what the engine keeps, and gives to the page to keep. */
import type { Shape } from './network.ts';
import type { StreamState } from './random.ts';

/** What a run's random numbers are for, a stream for each. */
export const PURPOSES = ['generator', 'discriminator', 'latent', 'classes', 'noise', 'dropout'] as const;
export type Purpose = (typeof PURPOSES)[number];
export type StreamStates = Readonly<Record<Purpose, StreamState>>;

export interface SavedTensor {
  readonly shape: Shape;
  /** Flat, row-major. */
  readonly values: Float32Array;
}

/** The place in the data. */
export interface BatchesState {
  readonly epoch: number;
  /** Images of this epoch already handed out. */
  readonly position: number;
  /** The stream's state before this epoch's order was drawn. */
  readonly stream: StreamState;
}

export interface Snapshot {
  readonly step: number;
  /** Weights, running statistics, G's moving average and the optimisers' memories, by name. */
  readonly tensors: ReadonlyMap<string, SavedTensor>;
  readonly updates: { readonly generator: number; readonly discriminator: number };
  /**
   * The updates after which the optimisers' memories began, at zero; 0 where it is missing. Where one begins with this
   * snapshot, its tensors are not there.
   */
  readonly begun?: Snapshot['updates'];
  readonly streams: StreamStates;
  readonly batches: BatchesState;
}

/** Bytes of its tensors: the rest is a few numbers. */
export const bytesOf = ({ tensors }: Snapshot): number =>
  [...tensors.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
