/** The kinds of layers that networks are made of, as plain data. What there is to say about each: `layerForms.ts`. */

/** A shape without the batch dimension, channels last: [features] or [height, width, channels]. */
export type Shape = readonly number[];
export type Padding = 'same' | 'valid';

/** A layer that stands by itself, also inside a branch. */
export type SimpleLayer =
  | { readonly kind: 'dense'; readonly units: number }
  | {
      readonly kind: 'conv';
      readonly filters: number;
      readonly kernel: number;
      readonly stride: number;
      readonly padding: Padding;
    }
  | {
      readonly kind: 'convTranspose';
      readonly filters: number;
      readonly kernel: number;
      readonly stride: number;
      readonly padding: Padding;
    }
  /** `momentum` is the share of the old running estimate that each batch keeps. */
  | { readonly kind: 'batchNorm'; readonly epsilon: number; readonly momentum: number }
  /** Normalises each example over all of its features: no coupling between examples. */
  | { readonly kind: 'layerNorm'; readonly epsilon: number }
  | { readonly kind: 'relu' }
  | { readonly kind: 'leakyRelu'; readonly slope: number }
  | { readonly kind: 'tanh' }
  | { readonly kind: 'sigmoid' }
  | { readonly kind: 'dropout'; readonly rate: number }
  /** The largest value of each size×size window; windows do not overlap. */
  | { readonly kind: 'maxPool'; readonly size: number }
  /** A dense layer of units · pieces outputs, of which each unit keeps its largest. */
  | { readonly kind: 'maxout'; readonly units: number; readonly pieces: number }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'reshape'; readonly shape: Shape }
  /** Looks the example's class up in a trained table and appends the row to the features. */
  | { readonly kind: 'labelEmbedding'; readonly classes: number; readonly size: number }
  /** One output: a dense unit plus the product of the features with the class's row of a trained table. */
  | { readonly kind: 'projection'; readonly classes: number };

export type LayerSpec =
  | SimpleLayer
  /** Sends the example's class, one-hot, through layers of its own and appends what comes out to the features. */
  | { readonly kind: 'labelBranch'; readonly classes: number; readonly layers: readonly SimpleLayer[] };

export type LayerKind = LayerSpec['kind'];
