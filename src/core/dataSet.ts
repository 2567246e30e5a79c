import type { RandomStream } from './random.ts';

interface BaseSetInfo {
  readonly id: string;
  /** The set's own name, in English; the page's, in each language, is in `i18n/halls/bar.ts`. */
  readonly name: string;
  readonly classes: readonly string[];
  /** Its place in lists among the sets of its kind, smallest first; behind them those that have none, by name. */
  readonly place?: number;
  /** Training examples when everything is loaded. */
  readonly trainCount: number;
  readonly testCount: number;
}

export interface ImageSetInfo extends BaseSetInfo {
  readonly kind: 'image';
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** For a set that is not stored, but made from another one: image n from image n, with its class. */
  readonly made?: { readonly from: ImageSetInfo };
}

/**
 * How such a set is made, exported as `drawImage` beside its `info`: draws image `index`, from images up to that one.
 * The same on every call.
 *
 * @param pixels bytes of the other set's images
 * @param out [height, width, channels] bytes of this one's
 */
export type DrawImage = (pixels: Uint8Array, index: number, out: Uint8Array) => void;

/** Points in the plane, drawn from a distribution that is known. */
export interface PointSetInfo extends BaseSetInfo {
  readonly kind: 'points';
  /** Half the side of the square around the origin that holds the data with some room around it. */
  readonly extent: number;
  /** Whether it is a mixture of Gaussians. Such a set exports its `modes` beside this. */
  readonly mixture: boolean;
}

/**
 * The distribution, exported as `drawPoints` beside the set's `info`: draws `count` independent points.
 *
 * @returns [count, 2]: x and y of one point after the other
 */
export type DrawPoints = (stream: RandomStream, count: number) => Float32Array<ArrayBuffer>;

/** Of a set that is a mixture of equally likely Gaussians. */
export interface PointModes {
  /** x and y of each centre. */
  readonly centres: readonly (readonly [number, number])[];
  /** Standard deviation of each Gaussian, in both directions. */
  readonly deviation: number;
}

/** What the page may know of a data set: metadata without the code that loads it. */
export type DataSetInfo = ImageSetInfo | PointSetInfo;

/** Ids of sets that were brought during this visit; they mean nothing elsewhere. */
export const isBrought = (id: string): boolean => id.startsWith('file:');

/** A file that a person brings, with its path in the folder that was chosen. The part of `Blob` that is needed. */
export interface BroughtFile {
  readonly path: string;
  readonly blob: { readonly size: number; arrayBuffer(): Promise<ArrayBuffer> };
}
