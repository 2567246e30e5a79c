/**
 * Networks are data. A network is a list of layer specs; from it come the forward function
 * (`gan/layers`), the shapes with a readable error, the weights and their counts, and the diagram.
 */

import type { LayerKind, LayerSpec, Padding, Shape } from './layers.ts';
import type { LayerFault, NetworkProblem } from './problems/networks.ts';
import { logged } from './problems.ts';

export type { LayerKind, LayerSpec, Shape } from './layers.ts';

/** How a network's weights begin. `torch` is PyTorch's default: U(±1/√fanIn) for weights and biases. */
export type InitSpec = { readonly kind: 'torch' } | { readonly kind: 'normal'; readonly std: number };

export interface NetworkSpec {
  readonly input: Shape;
  readonly init: InitSpec;
  readonly layers: readonly LayerSpec[];
}

/** What a weight begins as, once the network's own initialisation is applied. */
export type WeightInit =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly std: number }
  | { readonly kind: 'uniform'; readonly bound: number };

export interface WeightSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly init: WeightInit;
  /** Running statistics are kept, saved and restored like weights, but no optimiser touches them. */
  readonly trainable: boolean;
}

export interface LayerDescription {
  readonly spec: LayerSpec;
  readonly input: Shape;
  readonly output: Shape;
  readonly weights: readonly WeightSpec[];
}

export interface NetworkDescription {
  readonly layers: readonly LayerDescription[];
  readonly output: Shape;
  /** Number of trainable weights. */
  readonly parameters: number;
}

/** Something that does not fit, at the layer that causes it. */
export class NetworkError extends Error {
  readonly problem: NetworkProblem;

  /** @param layer counted from 0 */
  constructor(
    readonly layer: number,
    readonly fault: LayerFault,
    network: 'G' | 'D' | null = null,
  ) {
    const problem: NetworkProblem = { code: 'network.layer', network, layer, fault };
    super(logged(problem));
    this.name = 'NetworkError';
    this.problem = problem;
  }
}

export const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);
export const formatShape = (shape: Shape): string => shape.join('×');

type ImageShape = readonly [height: number, width: number, channels: number];

function asImage(index: number, kind: LayerKind, shape: Shape): ImageShape {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined || channels === undefined) {
    throw new NetworkError(index, { code: 'layer.needsImage', kind, input: shape });
  }
  return [height, width, channels];
}

function asVector(index: number, kind: LayerKind, shape: Shape): number {
  const [features] = shape;
  if (shape.length !== 1 || features === undefined) {
    throw new NetworkError(index, { code: 'layer.needsVector', kind, input: shape });
  }
  return features;
}

const convLength = (n: number, kernel: number, stride: number, padding: Padding): number =>
  padding === 'same' ? Math.ceil(n / stride) : Math.floor((n - kernel) / stride) + 1;

const convTransposeLength = (n: number, kernel: number, stride: number, padding: Padding): number =>
  padding === 'same' ? n * stride : (n - 1) * stride + kernel;

/** How many numbers a branch makes of the class. */
function branchLength(index: number, { classes, layers }: Extract<LayerSpec, { kind: 'labelBranch' }>): number {
  try {
    const branch = describeLayers(layers, [classes], { kind: 'torch' });
    return asVector(Math.max(0, layers.length - 1), 'labelBranch', branch.at(-1)?.output ?? [classes]);
  } catch (thrown) {
    if (thrown instanceof NetworkError)
      throw new NetworkError(index, { code: 'layer.inBranch', layer: thrown.layer, fault: thrown.fault });
    throw thrown;
  }
}

function outputShape(index: number, spec: LayerSpec, input: Shape): Shape {
  switch (spec.kind) {
    case 'dense':
      asVector(index, spec.kind, input);
      return [spec.units];
    case 'conv': {
      const [height, width] = asImage(index, spec.kind, input);
      const output = [
        convLength(height, spec.kernel, spec.stride, spec.padding),
        convLength(width, spec.kernel, spec.stride, spec.padding),
        spec.filters,
      ];
      if (output.some((n) => n < 1)) {
        throw new NetworkError(index, { code: 'layer.kernelTooLarge', side: spec.kernel, input });
      }
      return output;
    }
    case 'convTranspose': {
      const [height, width] = asImage(index, spec.kind, input);
      return [
        convTransposeLength(height, spec.kernel, spec.stride, spec.padding),
        convTransposeLength(width, spec.kernel, spec.stride, spec.padding),
        spec.filters,
      ];
    }
    case 'maxPool': {
      const [height, width, channels] = asImage(index, spec.kind, input);
      if (Math.min(height, width) < spec.size) {
        throw new NetworkError(index, { code: 'layer.windowTooLarge', side: spec.size, input });
      }
      return [Math.floor(height / spec.size), Math.floor(width / spec.size), channels];
    }
    case 'maxout':
      asVector(index, spec.kind, input);
      return [spec.units];
    case 'flatten':
      return [sizeOf(input)];
    case 'reshape':
      if (sizeOf(input) !== sizeOf(spec.shape)) {
        throw new NetworkError(index, { code: 'layer.reshape', input, output: spec.shape });
      }
      return spec.shape;
    case 'labelEmbedding':
      return [asVector(index, spec.kind, input) + spec.size];
    case 'labelBranch':
      return [asVector(index, spec.kind, input) + branchLength(index, spec)];
    case 'projection':
      asVector(index, spec.kind, input);
      return [1];
    case 'batchNorm':
    case 'layerNorm':
    case 'relu':
    case 'leakyRelu':
    case 'tanh':
    case 'sigmoid':
    case 'dropout':
      return input;
    default:
      return spec satisfies never;
  }
}

const zeros: WeightInit = { kind: 'constant', value: 0 };
const ones: WeightInit = { kind: 'constant', value: 1 };
const unitNormal: WeightInit = { kind: 'normal', std: 1 };

function kernelAndBias(init: InitSpec, shape: Shape, fanIn: number, units: number): readonly WeightSpec[] {
  const bound = 1 / Math.sqrt(fanIn);
  const torch = init.kind === 'torch';
  return [
    { name: 'kernel', shape, init: torch ? { kind: 'uniform', bound } : init, trainable: true },
    { name: 'bias', shape: [units], init: torch ? { kind: 'uniform', bound } : zeros, trainable: true },
  ];
}

function weightsOf(spec: LayerSpec, input: Shape, init: InitSpec): readonly WeightSpec[] {
  const channels = input.at(-1) ?? 0;
  switch (spec.kind) {
    case 'dense':
      return kernelAndBias(init, [channels, spec.units], channels, spec.units);
    case 'conv':
      return kernelAndBias(
        init,
        [spec.kernel, spec.kernel, channels, spec.filters],
        spec.kernel ** 2 * channels,
        spec.filters,
      );
    case 'convTranspose':
      return kernelAndBias(
        init,
        [spec.kernel, spec.kernel, spec.filters, channels],
        spec.kernel ** 2 * spec.filters,
        spec.filters,
      );
    case 'batchNorm':
      return [
        { name: 'scale', shape: [channels], init: ones, trainable: true },
        { name: 'offset', shape: [channels], init: zeros, trainable: true },
        { name: 'runningMean', shape: [channels], init: zeros, trainable: false },
        { name: 'runningVariance', shape: [channels], init: ones, trainable: false },
      ];
    case 'layerNorm':
      return [
        { name: 'scale', shape: [channels], init: ones, trainable: true },
        { name: 'offset', shape: [channels], init: zeros, trainable: true },
      ];
    case 'projection':
      return [
        ...kernelAndBias(init, [channels, 1], channels, 1),
        { name: 'table', shape: [spec.classes, channels], init: unitNormal, trainable: true },
      ];
    case 'maxout': {
      const outputs = spec.units * spec.pieces;
      return kernelAndBias(init, [channels, outputs], channels, outputs);
    }
    case 'labelBranch':
      return describeLayers(spec.layers, [spec.classes], init).flatMap(({ spec: layer, weights }, index) =>
        weights.map((weight) => ({ ...weight, name: branchWeight(index, layer.kind, weight.name) })),
      );
    case 'labelEmbedding':
      return [{ name: 'table', shape: [spec.classes, spec.size], init: unitNormal, trainable: true }];
    case 'relu':
    case 'leakyRelu':
    case 'tanh':
    case 'sigmoid':
    case 'dropout':
    case 'maxPool':
    case 'flatten':
    case 'reshape':
      return [];
    default:
      return spec satisfies never;
  }
}

/** The name of a weight inside a branch: `0.dense.kernel`. */
export const branchWeight = (index: number, kind: LayerKind, name: string): string => `${index}.${kind}.${name}`;

function describeLayers(specs: readonly LayerSpec[], input: Shape, init: InitSpec): readonly LayerDescription[] {
  let shape = input;
  return specs.map((spec, index): LayerDescription => {
    const description = {
      spec,
      input: shape,
      output: outputShape(index, spec, shape),
      weights: weightsOf(spec, shape, init),
    };
    shape = description.output;
    return description;
  });
}

/** Number of a layer's trainable weights. */
export const parametersOf = ({ weights }: LayerDescription): number =>
  weights.reduce((sum, { trainable, shape }) => sum + (trainable ? sizeOf(shape) : 0), 0);

/**
 * Walks the layers and works out every shape and weight.
 *
 * @throws NetworkError at the first layer whose input does not fit.
 */
export function describeNetwork({ input, init, layers: specs }: NetworkSpec): NetworkDescription {
  const layers = describeLayers(specs, input, init);
  return {
    layers,
    output: layers.at(-1)?.output ?? input,
    parameters: layers.reduce((sum, layer) => sum + parametersOf(layer), 0),
  };
}
