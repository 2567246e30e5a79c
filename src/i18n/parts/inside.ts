import { formatsOf } from '../format.ts';

const { short, whole } = formatsOf('en');

/** Texts of the look inside both networks. */
export const inside = {
  open: 'Look inside',
  openHint: 'D’s scores one by one, what convinces it, and the layers of both networks',
  title: 'Inside both networks',
  atStep: ({ step }: { step: number }) => `after step ${whole(step)}`,
  follow: 'Follow the training',
  again: 'Look again',
  close: 'Close',
  looking: 'Looking…',
  scores: {
    title: 'D’s scores, one by one',
    look: 'Two separate heaps: D tells real from generated. One heap: it cannot. Watch how they move as G learns.',
    real: ({ mean }: { mean: number }) => `real, mean ${short(mean)}`,
    generated: ({ mean }: { mean: number }) => `generated, mean ${short(mean)}`,
    describe: ({ count, real, generated }: { count: number; real: number; generated: number }) =>
      `Histogram of D’s scores of ${whole(count)} real and ${whole(count)} generated examples. Real ones have a mean of ${short(real)}, generated ones of ${short(generated)}.`,
    probability: 'probability of “real”',
    raw: 'raw output of D',
  },
  variety: {
    whole: ({ percent }: { percent: number }) =>
      `What G draws varies ${short(percent)} % as much as real examples. Near nothing, it draws the same again and again.`,
    ofClass: ({ label, percent }: { label: string; percent: number }) =>
      `Each class for itself is what counts: “${label}” varies least, ${short(percent)} % as much as real ones.`,
    list: 'Variety of each class, of 100 % for real examples',
    share: ({ percent }: { percent: number }) => `${whole(percent)} %`,
  },
  convinces: {
    title: 'What convinces D',
    look: 'Where brighter pixels would make D surer that a digit is real, and where darker ones would. On generated digits, this is what G learns from.',
    brighter: 'brighter would be more real',
    darker: 'darker would be more real',
    real: 'Real digits',
    generated: 'Generated digits',
    describeReal: ({ count }: { count: number }) =>
      `${whole(count)} real digits, coloured by the slope of D at each pixel.`,
    describeGenerated: ({ count }: { count: number }) =>
      `${whole(count)} generated digits, coloured by the slope of D at each pixel.`,
    plane: 'In the plane, the arrows over D show the same: switch on “Gradient of D” below the picture.',
  },
  layers: {
    title: 'Layers',
    look: 'A gradient that fades from the last layer to the first hardly reaches it, and one of 0 teaches nothing. Adam and RMSProp make up for its size, gradient descent does not.',
    discriminator: 'D, the discriminator',
    generator: 'G, the generator',
    layer: 'Layer',
    weights: 'Weights',
    weightsHint: 'Length of all weights of the layer taken together, ‖W‖',
    gradient: 'Gradient',
    gradientHint: 'Length of the loss’s gradient by these weights on a fresh batch',
    ratio: 'Gradient / weights',
    idle: 'Idle',
    idleHint: 'Dead: units that are zero for every example. Saturated: outputs at the ends of a tanh or sigmoid',
    dead: ({ percent }: { percent: number }) => `${whole(percent)} % dead`,
    saturated: ({ percent }: { percent: number }) => `${whole(percent)} % saturated`,
    none: '–',
    kind: {
      dense: 'dense',
      conv: 'convolution',
      convTranspose: 'transposed convolution',
      batchNorm: 'batch norm',
      layerNorm: 'layer norm',
      relu: 'ReLU',
      leakyRelu: 'leaky ReLU',
      tanh: 'tanh',
      sigmoid: 'sigmoid',
      dropout: 'dropout',
      maxPool: 'max pooling',
      maxout: 'maxout',
      flatten: 'flatten',
      reshape: 'reshape',
      labelEmbedding: 'class embedding',
      labelBranch: 'class branch',
      projection: 'projection',
    },
    spectrumOf: ({ layer, network }: { layer: number; network: string }) =>
      `Spectrum of layer ${whole(layer)} of ${network}`,
    tooLarge: ({ matrix }: { matrix: string }) => `Its kernel is too large: ${matrix}`,
  },
  spectrum: {
    title: 'Singular values',
    choose: 'Choose a layer with a curve beside it to see how much its kernel can stretch.',
    look: 'The largest says how far this layer can stretch its input. One that towers above the rest means that a single direction decides.',
    describe: ({
      layer,
      network,
      matrix,
      largest,
      smallest,
    }: {
      layer: number;
      network: string;
      matrix: string;
      largest: number;
      smallest: number;
    }) =>
      `Singular values of layer ${whole(layer)} of ${network}, a ${matrix} kernel. The largest is ${short(largest)}, the smallest ${short(smallest)}.`,
    largest: ({ value }: { value: number }) => `largest ${short(value)}`,
    name: ({ network, layer, matrix }: { network: string; layer: number; matrix: string }) =>
      `${network}, layer ${whole(layer)}, ${matrix}`,
  },
};
