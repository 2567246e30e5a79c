import { formatsOf } from '../format.ts';

const { short, whole } = formatsOf('en');
/** As wide as a digit; and narrower than a space, where there is little room. */
const [FIGURE_SPACE, NARROW_SPACE] = ['\u2007', '\u202f'];

/** Texts of the look inside both networks. */
export const inside = {
  title: 'Inside both networks',
  seen: 'What was seen inside',
  atStep: ({ step }: { step: number }) => `after step ${whole(step)}`,
  follow: 'Follow',
  followHint: 'Looks again and again while it trains',
  again: 'Look again',
  /** What is said where there is nothing to see, or nothing new. */
  stand: {
    opening: 'As soon as the run is open, one can look inside both networks here.',
    failed: 'The run has stopped before anybody looked inside. The message on the page says why.',
    last: 'The run has stopped. This is the last look inside it.',
    looking: 'Looking…',
    notYet: 'Nobody has looked inside this run yet: “Look again” does it once, “Follow” while it trains.',
  },
  scores: {
    title: 'D’s scores, one by one',
    look: 'Two separate heaps: D tells real from generated. One heap: it cannot. Watch how they move as G learns.',
    real: 'real, mean',
    generated: 'generated, mean',
    describe: ({ count, real, generated }: { count: number; real: number; generated: number }) =>
      `Histogram of D’s scores of ${whole(count)} real and ${whole(count)} generated examples. Real ones have a mean of ${short(real)}, generated ones of ${short(generated)}.`,
    probability: 'D’s probability of “real”',
    raw: 'raw output of D',
  },
  variety: {
    title: 'Variety',
    look: 'How much what G draws varies, of 100 % for real examples. Near nothing, it draws the same again and again.',
    ofClass: 'Each class for itself is what counts.',
    all: 'all together',
    least: 'the least',
    named: ({ label }: { label: string }) => `“${label}”`,
    exact: ({ percent }: { percent: number }) => `${short(percent)} %`,
    list: 'Variety of each class, of 100 % for real examples',
    /** As wide for 7 as for 70. */
    share: ({ percent }: { percent: number }) => `${whole(percent).padStart(2, FIGURE_SPACE)}${NARROW_SPACE}%`,
  },
  convinces: {
    title: 'What convinces D',
    look: 'Where brighter pixels would make D surer that a digit is real, and where darker ones would. On generated digits, this is what G learns from.',
    brighter: 'brighter is more real',
    darker: 'darker is more real',
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
    choose: 'The button with a curve shows a layer’s singular values: how much its kernel can stretch what goes in.',
    discriminator: 'D, the discriminator',
    generator: 'G, the generator',
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
    title: 'Singular values.',
    coming: 'Singular values are being worked out',
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
    kernel: ({ matrix }: { matrix: string }) => `${matrix} kernel`,
  },
};
