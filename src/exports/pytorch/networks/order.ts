/**
 * In which order PyTorch has the numbers that we have channels last. Where an image becomes a vector, or a vector an
 * image, the layer beside it takes the change: its weights are stored in another order, and the Python needs no more
 * than `Flatten` and `Unflatten`.
 */
import type { LayerKind, LayerSpec, Shape } from '../../../core/layers.ts';
import type { SavedTensor } from '../../../core/snapshot.ts';

/** Place i in Python is place `order[i]` in ours; null where they are the same. */
export type Order = readonly number[] | null;

/** Layers that treat every feature by itself. */
const FEATUREWISE: ReadonlySet<LayerKind> = new Set([
  'batchNorm',
  'layerNorm',
  'relu',
  'leakyRelu',
  'tanh',
  'sigmoid',
  'dropout',
]);
const APPENDING: ReadonlySet<LayerKind> = new Set(['labelEmbedding', 'labelBranch']);
/** Layers that take a vector in any order, because their weights can be. */
const ABSORBING: ReadonlySet<LayerKind> = new Set(['dense', 'maxout', 'projection']);

/** [height, width, channels] as [channels, height, width]. */
export const channelsFirst = (shape: Shape): Shape => [...shape.slice(-1), ...shape.slice(0, -1)];

/** The order of a vector that was an image, or will be one. */
export function flatOrder(shape: Shape): Order {
  const channels = shape.at(-1) ?? 1;
  const places = shape.slice(0, -1).reduce((product, n) => product * n, 1);
  if (channels === 1 || places === 1) return null;
  return Array.from({ length: channels * places }, (_, i) => (i % places) * channels + Math.floor(i / places));
}

export const areEqual = (a: Order, b: Order): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((place, i) => place === b[i]));

/** The order in which a dense layer writes: that of the image that its outputs become, if they do. */
export function orderAhead(following: readonly LayerSpec[]): Order {
  const next = following.find(({ kind }) => !FEATUREWISE.has(kind));
  return next?.kind === 'reshape' && next.shape.length > 1 ? flatOrder(next.shape) : null;
}

/** The order in which an image may be flattened: PyTorch's where the next layer's weights can take it, else ours. */
export function orderOfFlat(shape: Shape, following: readonly LayerSpec[]): Order {
  const next = following.find(({ kind }) => !FEATUREWISE.has(kind) && !APPENDING.has(kind));
  return next && ABSORBING.has(next.kind) ? flatOrder(shape) : null;
}

/** With so many features behind it, which stay in their order. */
export const extended = (order: Order, length: number, more: number): Order =>
  order && [...order, ...Array.from({ length: more }, (_, i) => length + i)];

/** An order of units, each of which has several pieces. */
export const inPieces = (order: Order, pieces: number): Order =>
  order?.flatMap((unit) => Array.from({ length: pieces }, (_, piece) => unit * pieces + piece)) ?? null;

/** How a weight of ours is laid out in Python. */
export type Place = (tensor: SavedTensor) => SavedTensor;

/** The tensor with its axes in another order: axis i is axis `axes[i]` of ours. */
export function transposed({ shape, values }: SavedTensor, axes: readonly number[]): SavedTensor {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, n) => product * n, 1));
  const out = axes.map((axis) => shape[axis] as number);
  const steps = axes.map((axis) => strides[axis] as number);
  const moved = new Float32Array(values.length);
  const at = out.map(() => 0);
  for (let i = 0, from = 0; i < moved.length; i++) {
    moved[i] = values[from] as number;
    for (let axis = out.length - 1; axis >= 0; axis--) {
      from += steps[axis] as number;
      at[axis] = (at[axis] as number) + 1;
      if ((at[axis] as number) < (out[axis] as number)) break;
      from -= (at[axis] as number) * (steps[axis] as number);
      at[axis] = 0;
    }
  }
  return { shape: out, values: moved };
}

/** The tensor with the places along one axis in another order. */
export function reordered({ shape, values }: SavedTensor, axis: number, order: Order): SavedTensor {
  if (!order) return { shape, values };
  const inner = shape.slice(axis + 1).reduce((product, n) => product * n, 1);
  const block = order.length * inner;
  const moved = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += block)
    for (const [i, from] of order.entries())
      moved.set(values.subarray(start + from * inner, start + (from + 1) * inner), start + i * inner);
  return { shape, values: moved };
}
