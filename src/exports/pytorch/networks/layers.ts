/** Layers as PyTorch's modules. */
import type { LayerSpec, Padding, Shape } from '../../../core/layers.ts';
import type { LayerDescription } from '../../../core/network.ts';
import { list, number, tuple } from '../python.ts';
import {
  areEqual,
  channelsFirst,
  flatOrder,
  inPieces,
  type Order,
  orderAhead,
  orderOfFlat,
  type Place,
  reordered,
  transposed,
} from './order.ts';

/** Classes of a project's own, which it has only if a network needs them. */
export type Helper = 'Maxout' | 'Projection' | 'ChannelsLast';

/** One of our weights in a module. */
export interface PlacedWeight {
  /** Its name in our layer. */
  readonly own: string;
  /** Its name in the module: `weight`. */
  readonly python: string;
  readonly place: Place;
}

interface Module {
  /** As it is made: `nn.Linear(2, 3)`. */
  readonly text: string;
  readonly weights?: readonly PlacedWeight[];
  readonly helper?: Helper;
}

/** Modules one after the other, and the order in which the last one's features come. */
export interface PlainLayer {
  readonly modules: readonly Module[];
  readonly order: Order;
}

/** A layer that needs nothing but what the one before it makes. */
export type PlainSpec = Exclude<LayerSpec, { readonly kind: 'labelEmbedding' | 'labelBranch' | 'projection' }>;

/** A layer at its place: what comes to it, and what comes behind it. */
export interface Site {
  readonly layer: LayerDescription;
  readonly order: Order;
  readonly following: readonly LayerSpec[];
}

type Convolution = Extract<LayerSpec, { readonly kind: 'conv' | 'convTranspose' }>;

const same: Place = (tensor) => tensor;
const USUAL_EPSILON = 1e-5;
const USUAL_MOMENTUM = 0.1;
const epsilonOf = (epsilon: number) => epsilon !== USUAL_EPSILON && `eps=${number(epsilon)}`;

/** What “same” pads before and behind, in TensorFlow's way: what cannot be halved goes behind. */
function padding(n: number, kernel: number, stride: number): readonly [before: number, behind: number] {
  const total = Math.max((Math.ceil(n / stride) - 1) * stride + kernel - n, 0);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

const sides = ([height = 1, width = 1]: Shape, of: Padding, kernel: number, stride: number) =>
  of === 'same'
    ? ([padding(height, kernel, stride), padding(width, kernel, stride)] as const)
    : ([
        [0, 0],
        [0, 0],
      ] as const);

/** Ours is [height, width, in, out] for a convolution and [height, width, out, in] for a transposed one. */
const convolutionWeights: readonly PlacedWeight[] = [
  { own: 'kernel', python: 'weight', place: (kernel) => transposed(kernel, [3, 2, 0, 1]) },
  { own: 'bias', python: 'bias', place: same },
];

function convolution(spec: Extract<Convolution, { kind: 'conv' }>, input: Shape): readonly Module[] {
  const { filters, kernel, stride } = spec;
  const [rows, columns] = sides(input, spec.padding, kernel, stride);
  const even = rows[0] === rows[1] && columns[0] === columns[1];
  const pads = [rows[0], columns[0]];
  const padded = even && pads.some((n) => n > 0) && `padding=${pads[0] === pads[1] ? pads[0] : tuple(pads)}`;
  const text = `nn.Conv2d(${list(input.at(-1), filters, kernel, stride > 1 && `stride=${stride}`, padded)})`;
  const uneven = { text: `nn.ZeroPad2d(${tuple([...columns, ...rows])})` };
  return [...(even ? [] : [uneven]), { text, weights: convolutionWeights }];
}

function transposedConvolution(spec: Extract<Convolution, { kind: 'convTranspose' }>, input: Shape): readonly Module[] {
  const { filters, kernel, stride } = spec;
  // What “same” cuts off in front and behind; below 0, what it adds behind.
  const surplus = spec.padding === 'same' ? kernel - stride : 0;
  const cut = Math.max(0, Math.floor(surplus / 2));
  const text = `nn.ConvTranspose2d(${list(
    input.at(-1),
    filters,
    kernel,
    stride > 1 && `stride=${stride}`,
    cut > 0 && `padding=${cut}`,
    surplus < 0 && `output_padding=${-surplus}`,
  )})`;
  // PyTorch cuts off as much on both sides: an odd row and column are left.
  const left = surplus > 0 && surplus % 2 === 1 ? [{ text: 'nn.ZeroPad2d((0, -1, 0, -1))' }] : [];
  return [{ text, weights: convolutionWeights }, ...left];
}

const affine = (into: Order, out: Order, prefix = ''): readonly PlacedWeight[] => [
  {
    own: 'kernel',
    python: `${prefix}weight`,
    place: (kernel) => transposed(reordered(reordered(kernel, 0, into), 1, out), [1, 0]),
  },
  { own: 'bias', python: `${prefix}bias`, place: (bias) => reordered(bias, 0, out) },
];

/** Weights of a class for each feature that a projection looks up. */
export const projectionWeights = (order: Order): readonly PlacedWeight[] => [
  ...affine(order, null, 'linear.'),
  { own: 'table', python: 'table.weight', place: (table) => reordered(table, 1, order) },
];

const ofFeatures = (order: Order, names: Readonly<Record<string, string>>): readonly PlacedWeight[] =>
  Object.entries(names).map(([own, python]) => ({ own, python, place: (tensor) => reordered(tensor, 0, order) }));

function normalised(spec: Extract<LayerSpec, { kind: 'batchNorm' | 'layerNorm' }>, input: Shape, order: Order): Module {
  const channels = input.at(-1) ?? 0;
  const epsilon = epsilonOf(spec.epsilon);
  if (spec.kind === 'batchNorm') {
    const share = Number((1 - spec.momentum).toPrecision(12));
    const momentum = share !== USUAL_MOMENTUM && `momentum=${number(share)}`;
    const text = `nn.BatchNorm${input.length === 3 ? 2 : 1}d(${list(channels, epsilon, momentum)})`;
    const names = { scale: 'weight', offset: 'bias', runningMean: 'running_mean', runningVariance: 'running_var' };
    return { text, weights: ofFeatures(order, names) };
  }
  // Over all features of an example, with a scale for each channel: a group norm of one group.
  const text =
    input.length === 1 ? `nn.LayerNorm(${list(channels, epsilon)})` : `nn.GroupNorm(${list(1, channels, epsilon)})`;
  return { text, weights: ofFeatures(order, { scale: 'weight', offset: 'bias' }) };
}

const channelsLast = (shape: Shape): Module => ({ text: `ChannelsLast${tuple(shape)}`, helper: 'ChannelsLast' });

function flattened({ layer: { input, output }, order, following }: Site): PlainLayer {
  if (input.length === 1) return { modules: [], order };
  const flat = orderOfFlat(input, following);
  const natural = areEqual(flat, flatOrder(input));
  return { modules: [natural ? { text: 'nn.Flatten()' } : channelsLast(output)], order: flat };
}

function reshaped(site: Site): PlainLayer {
  const { input, output } = site.layer;
  if (output.length === 1) return flattened(site);
  if (input.length === 1 && areEqual(site.order, flatOrder(output)))
    return { modules: [{ text: `nn.Unflatten(1, ${tuple(channelsFirst(output))})` }], order: null };
  return { modules: [channelsLast(output)], order: null };
}

export function writeLayer(spec: PlainSpec, site: Site): PlainLayer {
  const { order, following } = site;
  const { input } = site.layer;
  const features = input.at(-1) ?? 0;
  const alike = (module: Module): PlainLayer => ({ modules: [module], order });
  switch (spec.kind) {
    case 'dense': {
      const out = orderAhead(following);
      return { modules: [{ text: `nn.Linear(${features}, ${spec.units})`, weights: affine(order, out) }], order: out };
    }
    case 'maxout': {
      const out = orderAhead(following);
      const weights = affine(order, inPieces(out, spec.pieces), 'linear.');
      const text = `Maxout(${features}, ${spec.units}, pieces=${spec.pieces})`;
      return { modules: [{ text, weights, helper: 'Maxout' }], order: out };
    }
    case 'conv':
      return { modules: convolution(spec, input), order: null };
    case 'convTranspose':
      return { modules: transposedConvolution(spec, input), order: null };
    case 'batchNorm':
    case 'layerNorm':
      return alike(normalised(spec, input, order));
    case 'relu':
      return alike({ text: 'nn.ReLU()' });
    case 'leakyRelu':
      return alike({ text: `nn.LeakyReLU(${number(spec.slope)})` });
    case 'tanh':
      return alike({ text: 'nn.Tanh()' });
    case 'sigmoid':
      return alike({ text: 'nn.Sigmoid()' });
    case 'dropout':
      return alike({ text: `nn.Dropout(${number(spec.rate)})` });
    case 'maxPool':
      return alike({ text: `nn.MaxPool2d(${spec.size})` });
    case 'flatten':
      return flattened(site);
    case 'reshape':
      return reshaped(site);
    default:
      return spec satisfies never;
  }
}
