/** Texts of the view of both networks. The compiler misses a kind of layer or a value that has no words here. */
import type { FieldName } from '../../core/layerForms.ts';
import type { LayerKind } from '../../core/layers.ts';
import { formatsOf } from '../format.ts';

const { plural, whole } = formatsOf('en');

const layer = {
  dense: { name: 'Dense', what: 'Every output is a weighted sum of all inputs plus a number of its own.' },
  conv: {
    name: 'Convolution',
    what: 'Small filters slide over the image, each looking for one pattern. A stride of 2 halves the sides.',
  },
  convTranspose: {
    name: 'Transposed convolution',
    what: 'Every pixel paints a small pattern into a larger image. A stride of 2 doubles the sides.',
  },
  batchNorm: {
    name: 'Batch normalisation',
    what: 'Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it as learned. Sampling uses running averages of both.',
  },
  layerNorm: {
    name: 'Layer normalisation',
    what: 'Brings each example to mean 0 and variance 1 over all its values, whatever else is in the batch.',
  },
  relu: { name: 'ReLU', what: 'Keeps what is positive and makes the rest 0.' },
  leakyRelu: {
    name: 'Leaky ReLU',
    what: 'Keeps what is positive and shrinks the rest, so that a gradient is left there too.',
  },
  tanh: { name: 'Tanh', what: 'Presses every value between −1 and 1: the range of pixels, at the end of G.' },
  sigmoid: { name: 'Sigmoid', what: 'Presses every value between 0 and 1.' },
  dropout: {
    name: 'Dropout',
    what: 'In training, a share of the values, drawn anew each time, becomes 0. So no unit can rely on a single other one.',
  },
  maxPool: { name: 'Max pooling', what: 'Keeps the largest value of each small square of the image.' },
  maxout: {
    name: 'Maxout',
    what: 'A dense layer that makes several candidates for each unit and keeps the largest: an activation that is learned.',
  },
  flatten: { name: 'Flatten', what: 'Lays the values of an image out in one row. Nothing is computed.' },
  reshape: { name: 'Reshape', what: 'Arranges the same values in another shape. Nothing is computed.' },
  labelEmbedding: {
    name: 'Class embedding',
    what: 'Each class has a row of numbers in a table that is learned. The row of the example’s class joins the input.',
  },
  labelBranch: {
    name: 'Class branch',
    what: 'The class goes through layers of its own, as zeros with a single 1 in its place. What comes out joins the input.',
  },
  projection: {
    name: 'Projection',
    what: 'One score: how real the features look, plus how well they go with the row that a learned table has for the class.',
  },
} satisfies Record<LayerKind, { readonly name: string; readonly what: string }>;

/** What a value is called where it is changed. */
const field = {
  units: 'Units',
  filters: 'Filters',
  kernel: 'Side of the kernel',
  stride: 'Stride',
  padding: 'Edges',
  epsilon: 'ε under the root',
  momentum: 'Kept of the running average',
  slope: 'Slope below 0',
  rate: 'Share dropped',
  size: 'Size',
  pieces: 'Candidates for each unit',
  shape: 'Shape',
  classes: 'Classes',
  layers: 'Layers of the branch',
} satisfies Record<FieldName, string>;

export interface Written {
  readonly value: string;
  /** The same as a number, where it is one. */
  readonly count?: number;
}
const nothing = () => '';
/** The same in a few letters beside the layer's name. Empty: it shows elsewhere. */
const brief = {
  units: ({ value, count = 0 }) => `${value} ${plural(count, { one: 'unit', other: 'units' })}`,
  filters: ({ value, count = 0 }) => `${value} ${plural(count, { one: 'filter', other: 'filters' })}`,
  kernel: ({ value }) => `${value}×${value}`,
  stride: ({ value }) => `stride ${value}`,
  padding: nothing,
  epsilon: ({ value }) => `ε ${value}`,
  momentum: nothing,
  slope: ({ value }) => `slope ${value}`,
  rate: ({ value }) => `drops ${value}`,
  size: ({ value }) => `size ${value}`,
  pieces: ({ value }) => `best of ${value}`,
  shape: ({ value }) => `to ${value}`,
  classes: nothing,
  layers: nothing,
} satisfies Record<FieldName, (written: Written) => string>;

export const networks = {
  title: 'Networks',
  intro: 'Each block is what a layer makes of one example: as high as the image, the longer the more channels it has.',
  close: 'Close',
  generator: 'Generator G',
  discriminator: 'Discriminator D',
  layersOf: ({ network }: { network: string }) => `Layers of the ${network}`,
  total: ({ count, weights }: { count: number; weights: number }) =>
    `${whole(count)} ${plural(count, { one: 'layer', other: 'layers' })}, ${whole(weights)} weights`,
  comesOut: 'comes out',
  weights: 'weights',
  unknown: 'not known yet',
  layer,
  field,
  brief,
  padding: { same: 'Padded', valid: 'Not padded' },
  paddingBrief: { same: '', valid: 'unpadded' },
  class: 'class',
  row: ({ count }: { count: number }) => `row of ${whole(count)}`,
  appended: 'joins',
  times: '× features',
  input: {
    noise: 'Noise z',
    normal: 'from a bell curve',
    uniform: 'evenly from −1 to 1',
    unitUniform: 'evenly from 0 to 1',
    andClass: 'with a class',
    image: 'Image',
    point: 'Point',
    judged: 'real or made by G',
    andItsClass: 'with its class',
    fixed: 'What comes in is fixed by the recipe and the data.',
  },
  output: {
    image: 'The drawn image',
    point: 'The point it makes',
    score: 'How real it looks: one number',
    scores: 'A number for each class and one for “fake”',
    wrong: 'Does not fit yet',
  },
  pane: {
    label: 'The layer in detail',
    hint: 'Point at a layer to see what it does. Choose it to change it, to move it, or to add another one after it.',
    shapes: ({ input, output }: { input: string; output: string }) => `${input} becomes ${output}`,
    weight: 'Weights, as in saved files',
    shape: 'Shape',
    statistic: 'running, not trained',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    add: 'Add after it',
    addWhich: 'New layer',
    // As they may be typed: without the commas of “65,536”.
    whole: ({ label, min, max }: { label: string; min: number; max: number }) =>
      `${label} must be a whole number from ${min} to ${max}.`,
    number: ({ label, min, max }: { label: string; min: number; max: number }) =>
      `${label} must be a number from ${min} to ${max}.`,
    badShape: 'A shape is one number, or height × width × channels, such as 7×7×64.',
  },
  foot: {
    own: 'These are the recipe’s own networks.',
    edited: 'Made by hand. The settings’ width no longer changes them; another recipe or data set brings its own.',
    draft: 'Changed here, not in the run. Applying builds new networks and starts at step 0.',
    waiting: 'Other settings wait for a restart; these are the networks after it.',
    apply: 'Apply and restart',
    back: 'Back to the recipe’s own',
    undo: 'Undo changes',
  },
};
