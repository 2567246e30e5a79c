/** A training step as somebody saw it who looked on: its own tensors, in plain data. The engine makes it, the page draws it. */
import type { StepPart } from './config.ts';
import type { ScalarName } from './scalars.ts';

/** Some examples of a batch. */
export type Examples =
  /** pixels: [count, height, width, channels], bytes */
  | {
      readonly kind: 'images';
      readonly count: number;
      readonly height: number;
      readonly width: number;
      readonly channels: number;
      readonly pixels: Uint8ClampedArray<ArrayBuffer>;
    }
  /** points: [count, 2] */
  | { readonly kind: 'points'; readonly count: number; readonly points: Float32Array<ArrayBuffer> };

/** So many images of a batch are in a trace; points are all there. */
export const TRACED_IMAGES = 8;

/** The first latent points of a batch. */
export interface LatentRows {
  readonly size: number;
  /** [count, size] */
  readonly values: Float32Array<ArrayBuffer>;
}

/** How far an update moved the weights of a network, all together. */
export interface WeightMove {
  /** ‖W‖₂ before. */
  readonly norm: number;
  /** ‖ΔW‖₂, with what a constraint did. */
  readonly move: number;
  /** Share of the weights that lie at the bound of a constraint now, in [0, 1]; null without one. */
  readonly clipped: number | null;
}

/** One update of one network. What it has none of is null. */
export interface UpdateTrace {
  readonly network: 'D' | 'G';
  readonly real: Examples | null;
  readonly labelled: Examples | null;
  /** Null also where the batch is that on which G was just scored. */
  readonly latent: LatentRows | null;
  readonly fake: Examples | null;
  /** D's scores as the objective reads them, one for each example of the batch. */
  readonly scores: {
    readonly real: Float32Array<ArrayBuffer> | null;
    readonly fake: Float32Array<ArrayBuffer> | null;
  };
  /**
   * ∂D/∂x at the shown fakes, before the update: of D's output before any sigmoid, with statistics of the batch. Summed
   * over the channels of images, [count, height, width]; of points [count, 2].
   */
  readonly slopes: Float32Array<ArrayBuffer> | null;
  /** Where a penalty took D's gradient, and its norms, one for each example of the batch. */
  readonly penalised: { readonly points: Examples; readonly norms: Float32Array<ArrayBuffer> } | null;
  /** What the update measured. */
  readonly measured: Readonly<Partial<Record<ScalarName, number>>>;
  readonly weights: WeightMove;
}

export interface StepTrace {
  /** The step that it was; counts from 1. */
  readonly step: number;
  readonly part: StepPart;
  /** In the order in which they were made. */
  readonly updates: readonly UpdateTrace[];
}
