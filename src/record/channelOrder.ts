/**
 * PyTorch lays images out with channels first, we with channels last. So where a network flattens images, or makes them of
 * a vector, the numbers of that vector come in another order, and with them what is attached to each.
 */
import type { NetworkDescription, Shape, WeightSpec } from '../core/network.ts';

/** For each number of an image in our order its place in PyTorch's. */
function channelsFirst([height, width, channels]: Shape & readonly [number, number, number]): Uint32Array {
  const order = new Uint32Array(height * width * channels);
  let at = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) for (let c = 0; c < channels; c++) order[at++] = (c * height + y) * width + x;
  return order;
}

interface Orders {
  /** A layer's weight with its rows and columns in our order. */
  apply(layer: number, weight: WeightSpec, values: Float32Array): Float32Array;
}

const isImage = (shape: Shape): shape is Shape & readonly [number, number, number] => shape.length === 3;

/** What mixes its inputs: behind it, the order of what came in no longer matters. */
const MIXES: readonly string[] = ['dense', 'maxout', 'projection'];

export function ordersOf({ layers }: NetworkDescription): Orders {
  const coming = new Map<number, Uint32Array>();
  const going = new Map<number, Uint32Array>();
  let order: Uint32Array | null = null;
  for (const [index, { spec, input, output }] of layers.entries()) {
    if (spec.kind === 'flatten' && isImage(input)) order = channelsFirst(input);
    if (order && spec.kind !== 'flatten') coming.set(index, order);
    if (MIXES.includes(spec.kind) || isImage(output)) order = null;
  }
  let wanted: Uint32Array | null = null;
  for (const [index, { spec, output }] of [...layers.entries()].reverse()) {
    if (spec.kind === 'reshape' && isImage(output)) wanted = channelsFirst(output);
    else if (wanted) going.set(index, wanted);
    if (MIXES.includes(spec.kind)) wanted = null;
  }
  return {
    apply(layer, { name, shape }, values) {
      const rows = coming.get(layer);
      const columns = going.get(layer) ?? (name === 'kernel' || name === 'bias' ? undefined : rows);
      if (shape.length === 1) return columns && name !== 'table' ? reordered(values, 1, columns) : values;
      if (name !== 'kernel' || shape.length !== 2) return values;
      const width = shape[1] as number;
      const byRows = rows ? rowsOf(values, width, rows) : values;
      return columns ? reordered(byRows, shape[0] as number, columns) : byRows;
    },
  };
}

/** [rows, columns] with the columns in this order; what lies behind it, such as an embedding, stays. */
function reordered(values: Float32Array, rows: number, order: Uint32Array): Float32Array {
  const width = values.length / rows;
  return values.map((value, i) => {
    const column = i % width;
    return column < order.length ? (values[i - column + (order[column] as number)] as number) : value;
  });
}

function rowsOf(values: Float32Array, width: number, order: Uint32Array): Float32Array {
  return values.map((value, i) => {
    const row = Math.floor(i / width);
    return row < order.length ? (values[(order[row] as number) * width + (i % width)] as number) : value;
  });
}
