/** The space in which z lies, and what G makes of places in it. */
import type { ClassView } from '../core/config.ts';
import type { Prior } from '../core/latent.ts';
import type { ImageGrid } from '../core/views.ts';
import type { RunId } from './runId.ts';

/** Points in it: [n, size], flat. */
export interface LatentPoints {
  readonly prior: Prior;
  readonly size: number;
  readonly z: Float32Array<ArrayBuffer>;
  /** The class that each is asked for in the grid, [n]; null where G is told none. */
  readonly labels: Int32Array<ArrayBuffer> | null;
}

export interface PointsRequest {
  readonly run: RunId;
  /** Those behind the grid of these classes, in its order; or the so-many-th draw of one new point, by the run's seed. */
  readonly of: { readonly kind: 'grid'; readonly classes: ClassView } | { readonly kind: 'new'; readonly draw: number };
}

/** What G is asked for at each point: a class, [n]; or a mixture of all of them by shares, [n, classes], flat. */
export type AskedClasses =
  | { readonly kind: 'each'; readonly labels: Int32Array<ArrayBuffer> }
  | { readonly kind: 'mixed'; readonly shares: Float32Array<ArrayBuffer> };

/** Latent points and, where G is told a class, what it is told. */
export interface Asked {
  /** [n, size], flat */
  readonly z: Float32Array<ArrayBuffer>;
  readonly classes: AskedClasses | null;
}

/** What G made of each, after one step of the run. */
export type Drawn = { readonly step: number } & (
  | { readonly kind: 'images'; readonly images: ImageGrid }
  /** [n, 2] */
  | { readonly kind: 'points'; readonly points: Float32Array<ArrayBuffer> }
);

/** Directions in which what G's first layer makes of z changes most. */
export interface Directions {
  readonly step: number;
  /** Orthonormal, strongest first: [count] of [size]. */
  readonly vectors: readonly Float32Array<ArrayBuffer>[];
  /** How much of the layer's strength lies along each, shares of 1. */
  readonly shares: readonly number[];
}

/** Real training images beside one sample, nearest first. */
export interface Neighbours {
  /** In one row. */
  readonly images: ImageGrid;
  readonly distances: readonly number[];
  /** Of so many real images. */
  readonly among: number;
  /** The distance of the nearest of them to the real image that is nearest to it: what is usual among real ones. */
  readonly usual: number;
}

export interface Nearest {
  readonly step: number;
  /** Euclidean distances of pixels from 0 to 1. */
  readonly pixels: Neighbours;
  /** Of the classifier's features; null where there is no classifier for such images. */
  readonly features: Neighbours | null;
}
