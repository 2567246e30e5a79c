import { formatsOf } from '../format.ts';

const { fixed, short, whole } = formatsOf('en');

/** Equal images are infinitely alike. */
const decibels = (value: number | null): string =>
  value === null ? '–' : `${Number.isFinite(value) ? fixed(value, 1) : '∞'} dB`;

/** How good the samples are: fetched when somebody looks. */
export const quality = {
  label: 'Quality',
  now: 'Measure now',
  cancel: 'Cancel',
  every: 'Every',
  everySteps: ({ steps }: { steps: number }) => `${whole(steps)} steps`,
  onlyNow: 'only when asked',
  samples: 'Samples',
  samplesHint: 'So many generated examples are compared with as many real ones. More are slower and less uncertain.',
  everyHint:
    'Training goes on beside the measuring, a little slower. Where one takes longer than that, the next waits.',
  choose: 'Measures',
  view: {
    label: 'Views',
    curves: 'Curves',
    table: 'Table',
    classes: 'Classes',
    modes: 'Modes',
    means: 'Means',
    gradient: 'Gradient',
  },
  stage: {
    evaluator: () => 'Fetching the classifier …',
    data: () => 'Waiting for the rest of the data …',
    samples: ({ step, percent }: { step: number; percent: number }) =>
      `Step ${whole(step)}: G draws samples, ${whole(percent)} %`,
    features: ({ step, percent }: { step: number; percent: number }) =>
      `Step ${whole(step)}: the classifier looks, ${whole(percent)} %`,
    measures: ({ step, percent }: { step: number; percent: number }) =>
      `Step ${whole(step)}: comparing, ${whole(percent)} %`,
  },
  training: ({ percent }: { percent: number }) => `Training a classifier for these images, ${whole(percent)} %`,
  missing:
    'How good images are is judged by a classifier. There is none for these yet. One can be trained here on their classes; that takes a minute or so.',
  train: 'Train a classifier',
  weak: ({ percent }: { percent: number }) =>
    `The classifier trained here is right on only ${fixed(percent, 1)} % of the images held out. Read the scores with care.`,
  trained: ({ percent }: { percent: number }) =>
    `Judged by a classifier trained here, right on ${fixed(percent, 1)} % of the images held out.`,
  emptyThen: 'Nothing had been measured at this step.',
  empty: 'Nothing measured yet. “Measure now” scores what G draws at this step.',
  column: {
    measure: 'Measure',
    value: 'Value',
    interval: '95 % interval',
    low: '95 % from',
    high: 'to',
    floor: ({ noun }: { noun: string }) => `Real ${noun} get`,
  },
  caption: ({ step, samples, noun }: { step: number; samples: number; noun: string }) =>
    `Step ${whole(step)}, ${whole(samples)} samples. What real ${noun} get is the same measure of other real ones.`,
  noun: { digits: 'digits', images: 'images', points: 'points' },
  /** The same measure of real examples. */
  floor: ({ value, noun }: { value: number | null; noun: string }) => `real ${noun} get ${short(value)}`,
  beyondByChance: ({ noun }: { noun: string }) => `Better than real ${noun}, within the interval: chance may do that.`,
  reading: (at: { step: number; name: string; value: number; floor: number; noun: string }) =>
    `step ${whole(at.step)}: ${at.name} ${short(at.value)}, real ${at.noun} get ${short(at.floor)}`,
  measuredOn: ({ samples }: { samples: number }) => `${whole(samples)} samples`,
  direction: {
    higher: () => 'higher is better',
    lower: () => 'lower is better',
    half: () => '½ is best',
    floor: ({ noun }: { noun: string }) => `best near what real ${noun} get`,
  },
  chart: ({ name, noun }: { name: string; noun: string }) => `${name} over training steps, and what real ${noun} get`,
  pick: 'Measure',
  confusion: ({ step }: { step: number }) =>
    `Percent of each class that was asked for (rows), by what the classifier found (columns). Step ${whole(step)}`,
  confusionCell: ({ wanted, found, percent }: { wanted: string; found: string; percent: number }) =>
    `Asked for ${wanted}, found ${found}: ${whole(percent)} %`,
  shares: ({ step }: { step: number }) => `Share of each class among the samples, at step ${whole(step)}`,
  modeShares: ({ step }: { step: number }) => `Share of the points at each mode, at step ${whole(step)}`,
  noClasses: 'Choose “Class agreement” or “Mode coverage”, and measure, to see the classes here.',
  noModes: 'Choose “Modes found”, and measure, to see here which ones G draws.',
  means: {
    caption: ({ step }: { step: number }) => `Each class averaged: real above, generated below. Step ${whole(step)}`,
    value: ({ value }: { value: number | null }) => decibels(value),
    floor: ({ value, noun }: { value: number | null; noun: string }) => `real ${noun} get ${decibels(value)}`,
    over: ({ compared, classes }: { compared: number; classes: number }) =>
      `PSNR over ${whole(compared)} of ${whole(classes)} classes`,
    warning:
      'Higher is better, but this is blind to collapse onto the mean: averaging hides it if all samples of a class are the same.',
    real: ({ count, name }: { count: number; name: string }) => `Mean of ${whole(count)} real images of ${name}`,
    fake: ({ count, name }: { count: number; name: string }) => `Mean of ${whole(count)} generated images of ${name}`,
    none: 'none',
    gone: 'Mean images are kept of the newest measuring alone. Measure again to see them.',
  },
  sees: 'Sees',
  blind: 'Blind to',
  measure: {
    frechet: {
      name: 'Fréchet distance',
      sees: 'how far the samples’ features are from real ones, in mean and spread.',
      blind: 'anything but mean and spread; it grows as samples get fewer.',
      beyond: ({ noun }: { noun: string }) => `More alike than real ${noun} are among themselves, or copies.`,
    },
    agreement: {
      name: 'Class agreement',
      sees: 'how often the classifier finds the class that G was asked for.',
      blind: 'variety: one good example of each class is enough.',
      beyond: ({ noun }: { noun: string }) => `Clearer than real ${noun}, some of which the classifier mistakes.`,
    },
    coverage: {
      name: 'Mode coverage',
      sees: 'how many classes G draws at least now and then.',
      blind: 'collapse within a class, and looks.',
      beyond: ({ noun }: { noun: string }) => `More classes than as many real ${noun} happen to have.`,
    },
    classVariety: {
      name: 'Variety within classes',
      sees: 'how much samples of one class differ, compared with real ones: in the class where they differ least.',
      blind: 'looks, and classes that are missing.',
      beyond: ({ noun }: { noun: string }) => `Spread wider within a class than real ${noun} are.`,
    },
    modesFound: {
      name: 'Modes found',
      sees: 'the share of the data’s clusters that have generated points.',
      blind: 'points that lie between clusters.',
      beyond: ({ noun }: { noun: string }) => `More clusters than as many real ${noun} happen to be at.`,
    },
    highQuality: {
      name: 'High-quality points',
      sees: 'the share of points within three standard deviations of a cluster’s centre.',
      blind: 'clusters that are missing.',
      beyond: ({ noun }: { noun: string }) => `Closer to the centres than real ${noun}, which scatter.`,
    },
    neighbourTest: {
      name: '1-NN test',
      sees: 'how often the nearest neighbour of an example is of its own kind: 1 if real and generated can be told apart.',
      blind: 'how far apart they are; below ½, samples sit on real examples.',
      beyond: null,
    },
    precision: {
      name: 'Precision',
      sees: 'the share of samples that lie where real examples are.',
      blind: 'variety.',
      beyond: ({ noun }: { noun: string }) => `Plainer than real ${noun}, of which some are unusual.`,
    },
    recall: {
      name: 'Recall',
      sees: 'the share of real examples that lie where samples are.',
      blind: 'bad samples among good ones.',
      beyond: ({ noun }: { noun: string }) => `Spread wider than real ${noun} are.`,
    },
    kid: {
      name: 'KID',
      sees: 'differences in mean, spread and skew of features, whatever the number of samples.',
      blind: 'fine detail that the features leave out; it may fall just below 0.',
      beyond: ({ noun }: { noun: string }) => `More alike than real ${noun} are among themselves, or copies.`,
    },
    mmd: {
      name: 'Kernel MMD',
      sees: 'any difference of the two distributions of features at one scale.',
      blind: 'differences much finer or coarser than that scale.',
      beyond: ({ noun }: { noun: string }) => `More alike than real ${noun} are among themselves, or copies.`,
    },
    wasserstein: {
      name: 'Earth mover’s distance',
      sees: 'how far samples must be moved to become real examples, one for one.',
      blind: 'little, but real examples are far apart, too: compare at equal numbers of samples.',
      beyond: ({ noun }: { noun: string }) => `More alike than real ${noun} are among themselves, or copies.`,
    },
    inceptionScore: {
      name: 'Inception score',
      sees: 'whether each sample is clearly of one class, and all classes appear.',
      blind: 'real examples: it never looks at any, nor at collapse within a class.',
      beyond: ({ noun }: { noun: string }) => `Clearer than real ${noun}, or more even over the classes.`,
    },
    modeScore: {
      name: 'Mode score',
      sees: 'the same as the Inception score, less where classes are not as frequent as in real data.',
      blind: 'collapse within a class.',
      beyond: ({ noun }: { noun: string }) => `Clearer than real ${noun}, or more even over the classes.`,
    },
    classDivergence: {
      name: 'KL of classes',
      sees: 'whether classes are as frequent as in real data.',
      blind: 'looks, and collapse within a class.',
      beyond: ({ noun }: { noun: string }) => `Nearer the shares of the classes than as many real ${noun} are.`,
    },
    nearestReal: {
      name: 'Nearest real example',
      sees: 'how far a sample is from the closest real one; well below what real ones get, examples are copied.',
      blind: 'variety.',
      beyond: null,
    },
    birthday: {
      name: 'Support size',
      sees: 'about how many different examples G has, from how many pairs look the same.',
      blind: 'looks; chance is large, so only powers of ten count.',
      beyond: ({ noun }: { noun: string }) => `Fewer look alike than among as many real ${noun}.`,
    },
    meanImage: {
      name: 'PSNR of the mean',
      sees: 'whether the mean image of each class is right, as in the study of DRAGAN.',
      blind: 'collapse onto the mean, which scores best.',
      beyond: ({ noun }: { noun: string }) => `Nearer the mean than as many real ${noun}: too much alike?`,
    },
  },
};
