/** Layers as operations. Training differs: dropout is gone, and no running statistic moves. */
import type { LayerSpec, NetworkDescription, Shape } from '../../core/network.ts';
import { describeNetwork, sizeOf } from '../../core/network.ts';
import { type Graph, type GraphNode, LABEL, type Operation, type Window } from './graph.ts';
import type { ExportedNetwork } from './network.ts';

/** Pads so that `windows` of them end with the last pixel of `n`; the odd one is at the end. */
function padded(n: number, windows: number, kernel: number, stride: number): readonly [number, number] {
  const total = Math.max(0, (windows - 1) * stride + kernel - n);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

type Convolution = Extract<LayerSpec, { kind: 'conv' | 'convTranspose' }>;

/** @param large the larger image, which the windows are laid over; `small` has a pixel for each window */
function windowOf({ kernel, stride, padding }: Convolution, large: Shape, small: Shape): Window {
  const pads = [0, 1].map((side) =>
    padding === 'valid' ? [0, 0] : padded(large[side] as number, small[side] as number, kernel, stride),
  ) as [[number, number], [number, number]];
  const [rows, columns] = pads;
  return { kernel, stride, padding, before: [rows[0], columns[0]], after: [rows[1], columns[1]] };
}

const rank = (shape: Shape): number => shape.length + 1;
const axesFrom = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);

export function graphOf({ description, weights, statistics, input, output }: ExportedNetwork): Graph {
  const constants = new Map(weights);
  const nodes: GraphNode[] = [];

  const apply = (name: string, operation: Operation, ...inputs: string[]): string => {
    nodes.push({ name, operation, inputs });
    return name;
  };
  const scalar = (name: string, value: number): string => {
    constants.set(name, { shape: [], values: Float32Array.of(value) });
    return name;
  };

  /** γ · (x − mean) / √(variance + ε) + β */
  function normalised(at: string, x: string, mean: string, variance: string, epsilon: number): string {
    const safe = apply(`${at}/safeVariance`, { op: 'add' }, variance, scalar(`${at}.epsilon`, epsilon));
    const deviation = apply(`${at}/deviation`, { op: 'sqrt' }, safe);
    const centred = apply(`${at}/centred`, { op: 'sub' }, x, mean);
    const standard = apply(`${at}/standard`, { op: 'div' }, centred, deviation);
    return apply(at, { op: 'add' }, apply(`${at}/scaled`, { op: 'mul' }, standard, `${at}.scale`), `${at}.offset`);
  }

  function normalisedOver(at: string, x: string, axes: readonly number[], epsilon: number): string {
    const mean = apply(`${at}/mean`, { op: 'mean', axes }, x);
    const distance = apply(`${at}/distance`, { op: 'sub' }, x, mean);
    const square = apply(`${at}/square`, { op: 'mul' }, distance, distance);
    return normalised(at, x, mean, apply(`${at}/variance`, { op: 'mean', axes }, square), epsilon);
  }

  const linear = (at: string, name: string, operation: Operation, x: string): string =>
    apply(name, operation, x, `${at}.kernel`, `${at}.bias`);
  const row = (at: string): string => apply(`${at}/row`, { op: 'gather' }, `${at}.table`, LABEL);

  function layer(at: string, spec: LayerSpec, from: Shape, to: Shape, x: string): string {
    switch (spec.kind) {
      case 'dense':
        return linear(at, at, { op: 'dense' }, x);
      case 'conv':
        return linear(at, at, { op: 'conv', ...windowOf(spec, from, to) }, x);
      case 'convTranspose': {
        const beyond = spec.padding === 'same' ? Math.max(0, spec.stride - spec.kernel) : 0;
        return linear(at, at, { op: 'convTranspose', output: to, beyond, ...windowOf(spec, to, from) }, x);
      }
      case 'batchNorm':
        return statistics === 'batch'
          ? normalisedOver(at, x, axesFrom(0, rank(from) - 1), spec.epsilon)
          : normalised(at, x, `${at}.runningMean`, `${at}.runningVariance`, spec.epsilon);
      case 'layerNorm':
        return normalisedOver(at, x, axesFrom(1, rank(from)), spec.epsilon);
      case 'relu':
      case 'tanh':
      case 'sigmoid':
        return apply(at, { op: spec.kind }, x);
      case 'leakyRelu':
        return apply(at, { op: 'leakyRelu', slope: spec.slope }, x);
      case 'dropout':
        return x;
      case 'maxPool':
        return apply(at, { op: 'maxPool', size: spec.size }, x);
      case 'maxout': {
        const pieces = linear(at, `${at}/dense`, { op: 'dense' }, x);
        const apart = apply(`${at}/pieces`, { op: 'reshape', shape: [spec.units, spec.pieces] }, pieces);
        return apply(at, { op: 'max', axis: 2 }, apart);
      }
      case 'flatten':
        return apply(at, { op: 'reshape', shape: [sizeOf(from)] }, x);
      case 'reshape':
        return apply(at, { op: 'reshape', shape: spec.shape }, x);
      case 'labelEmbedding':
        return apply(at, { op: 'concat' }, x, row(at));
      case 'labelBranch': {
        const branch = describeNetwork({ input: [spec.classes], init: { kind: 'torch' }, layers: spec.layers });
        const classes = apply(`${at}/oneHot`, { op: 'oneHot', classes: spec.classes }, LABEL);
        return apply(at, { op: 'concat' }, x, walk(`${at}.`, branch, classes));
      }
      case 'projection': {
        const product = apply(`${at}/product`, { op: 'mul' }, x, row(at));
        const ofClass = apply(`${at}/ofClass`, { op: 'sum', axes: [1] }, product);
        return apply(at, { op: 'add' }, linear(at, `${at}/dense`, { op: 'dense' }, x), ofClass);
      }
      default:
        return spec satisfies never;
    }
  }

  function walk(prefix: string, { layers }: NetworkDescription, x: string): string {
    return layers.reduce(
      (before, { spec, input: from, output: to }, index) =>
        layer(`${prefix}${index}.${spec.kind}`, spec, from, to, before),
      x,
    );
  }

  apply(output.name, { op: 'identity' }, walk('', description, input.name));
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  return {
    input,
    labelled: used.has(LABEL),
    // Running statistics stay behind where those of the batch are used.
    constants: new Map([...constants].filter(([name]) => used.has(name))),
    nodes,
    output,
  };
}
