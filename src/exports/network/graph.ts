/** A network as operations on tensors: what every format for computing machines can say. Images are channels-last. */
import type { Shape } from '../../core/network.ts';
import type { SavedTensor } from '../../core/snapshot.ts';

/** A convolution's window. Pads are in pixels: above and on the left, below and on the right. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: 'same' | 'valid';
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** What is done with the inputs, in their order. Axes count the batch as 0. */
export type Operation =
  /** x [N, in], kernel [in, out], bias [out] */
  | { readonly op: 'dense' }
  /** x [N, h, w, in], kernel [k, k, in, out], bias [out] */
  | ({ readonly op: 'conv' } & Window)
  /** x [N, h, w, in], kernel [k, k, out, in], bias [out]; `beyond`: rows that no window reaches, below and on the right */
  | ({ readonly op: 'convTranspose'; readonly output: Shape; readonly beyond: number } & Window)
  /** Windows do not overlap; what does not fill a last one is left out. */
  | { readonly op: 'maxPool'; readonly size: number }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div' }
  | { readonly op: 'sqrt' | 'relu' | 'tanh' | 'sigmoid' | 'identity' }
  | { readonly op: 'leakyRelu'; readonly slope: number }
  /** Over these axes, which stay with a length of 1. */
  | { readonly op: 'mean' | 'sum'; readonly axes: readonly number[] }
  /** Over this axis, which goes. */
  | { readonly op: 'max'; readonly axis: number }
  /** To [N, …shape] */
  | { readonly op: 'reshape'; readonly shape: Shape }
  /** table [classes, n], label [N] -> [N, n] */
  | { readonly op: 'gather' }
  /** label [N] -> [N, classes] */
  | { readonly op: 'oneHot'; readonly classes: number }
  /** a [N, n], b [N, m] -> [N, n + m] */
  | { readonly op: 'concat' };

export interface GraphNode {
  /** Also that of its value. */
  readonly name: string;
  readonly operation: Operation;
  /** Names of inputs of the graph, of constants, or of nodes before it. */
  readonly inputs: readonly string[];
}

export interface End {
  readonly name: string;
  /** Without the batch. */
  readonly shape: Shape;
}

export interface Graph {
  readonly input: End;
  /** Whether it looks at `LABEL`, [N] integers: the class of each example. */
  readonly labelled: boolean;
  readonly constants: ReadonlyMap<string, SavedTensor>;
  readonly nodes: readonly GraphNode[];
  /** The last node's value. */
  readonly output: End;
}

export const LABEL = 'label';
