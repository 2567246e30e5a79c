/** One sample's way through both networks, layer by layer. Plain data: the engine makes it, the page draws it. */
import type { LayerKind, Shape } from './network.ts';
import type { Examples, LatentRows } from './trace.ts';

/** So many of a layer's channels are there, and of its units if they stand in a row. */
export const MAPS_SHOWN = 16;
export const UNITS_SHOWN = 1024;

/** What a layer makes of one sample. */
export interface LayerPicture {
  /** Place in the network, from 0. */
  readonly index: number;
  readonly kind: LayerKind;
  /** Of the whole layer: [units], or [height, width, channels]. */
  readonly output: Shape;
  /** Units [shown]; of images the first channels, one after the other: [shown, height, width]. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface SampleWay {
  /** The step after which it was taken. */
  readonly step: number;
  /** Its place among the samples on the screen. */
  readonly place: number;
  /** The class that G was asked for; null where it takes none. */
  readonly label: number | null;
  readonly latent: LatentRows;
  readonly generator: readonly LayerPicture[];
  readonly made: Examples;
  readonly discriminator: readonly LayerPicture[];
  /** D's output before any sigmoid; where D learns classes, the logit of “real”. */
  readonly logit: number;
}
