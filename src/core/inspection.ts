/** What one sees when one looks inside both networks at one moment. Plain data: the engine makes it, the page draws it. */
import type { LayerKind, Shape } from './network.ts';

/** Share of a layer that does nothing: in [0, 1]. */
export interface Idleness {
  /**
   * `dead`: units of a ReLU that are zero for every example, a channel being one unit. `saturated`: outputs of a tanh
   * or sigmoid so near its ends that it hardly has a slope.
   */
  readonly kind: 'dead' | 'saturated';
  readonly share: number;
}

export interface LayerReport {
  /** Place in the network, from 0. */
  readonly index: number;
  readonly kind: LayerKind;
  /** Of one example: [features] or [height, width, channels]. */
  readonly output: Shape;
  /** Null where nothing is trained. */
  readonly weights: WeightReport | null;
  /** Null for layers of which it cannot be said. */
  readonly idle: Idleness | null;
}

export interface WeightReport {
  readonly count: number;
  /** ‖W‖₂ over all of the layer's trained weights. */
  readonly norm: number;
  /** ‖∂loss/∂W‖₂ on a fresh batch; null if the network is not trained. */
  readonly gradient: number | null;
  /** Rows and columns of the kernel as a matrix; null where there is none. */
  readonly matrix: readonly [rows: number, columns: number] | null;
}

/** Some digits with the slope of D's output at each of their pixels. */
export interface SlopePictures {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** [count, height, width, channels], bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** ∂D/∂x before any sigmoid, summed over the channels: [count, height, width]. */
  readonly slopes: Float32Array<ArrayBuffer>;
}

export const NETWORKS = ['discriminator', 'generator'] as const;
export type NetworkName = (typeof NETWORKS)[number];

/**
 * Total variance of what G draws over that of real examples: near 1 if they differ as much, near 0 if G draws the same
 * again and again.
 */
export interface VarietyShare {
  /** Null for all examples together. */
  readonly label: number | null;
  readonly share: number;
}

export interface Inspection {
  /** The step after which it was taken. */
  readonly step: number;
  /** D's scores, one for each example, as the objective reads them. */
  readonly scores: {
    readonly real: Float32Array<ArrayBuffer>;
    readonly generated: Float32Array<ArrayBuffer>;
  };
  readonly layers: Readonly<Record<NetworkName, readonly LayerReport[]>>;
  /** Of all examples together, then of each class where G is asked for one. Empty where there is nothing to compare. */
  readonly variety: readonly VarietyShare[];
  /** What convinces D; null for points, over which the plane view draws arrows. */
  readonly convinces: { readonly real: SlopePictures; readonly generated: SlopePictures } | null;
}

/** Singular values of a layer's kernel. */
export interface Spectrum {
  readonly step: number;
  readonly network: NetworkName;
  readonly layer: number;
  /** Largest first; as many as the shorter side of the matrix is long. */
  readonly values: Float64Array<ArrayBuffer>;
}

/** The shorter side of a kernel whose singular values are worked out: half a second's work. */
export const SPECTRUM_LIMIT = 512;

/** Whether the singular values of a kernel are worked out. */
export const hasSpectrum = ([rows, columns]: readonly [number, number]): boolean =>
  Math.min(rows, columns) <= SPECTRUM_LIMIT;
