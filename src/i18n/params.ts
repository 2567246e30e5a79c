/**
 * What recipes' parameters are called, by the names that recipes give them, with a name for every option and notes on
 * some. A test names what a recipe has and this has not.
 */
export const params = {
  width: {
    label: 'Width',
  },
  batch: {
    label: 'Batch size',
  },
  weights: {
    label: 'Weights of G',
    option: { current: 'Newest', average: 'Moving average' },
  },
  averageDecay: {
    label: 'Memory of the average',
  },
  labels: {
    label: 'Labelled digits',
    option: { '20': '20', '25': '25', '50': '50', '100': '100', '1000': '1000', all: 'All' },
  },
  baseline: {
    label: 'Labels alone',
  },
  labelledBatch: {
    label: 'Labelled in a batch',
  },
  labelledShift: {
    label: 'Shift of labelled digits',
  },
  classWeight: {
    label: 'Weight of the classes',
  },
  adversarial: {
    label: 'G fools D',
  },
  matching: {
    label: 'Feature matching',
  },
  classifierDecay: {
    label: 'Memory of the classifier',
  },
  examineEvery: {
    label: 'Steps between exams',
  },
  lrG: {
    label: 'Learning rate of G',
  },
  lrD: {
    label: 'Learning rate of D',
  },
  beta1: {
    label: 'β₁, momentum',
  },
  beta2: {
    label: 'β₂, scale memory',
  },
  objective: {
    label: 'Objective',
    option: {
      crossEntropy: 'Cross-entropy',
      minimax: 'Minimax',
      leastSquares: 'Least squares',
      hinge: 'Hinge',
      wasserstein: 'Wasserstein',
      relativistic: 'Relativistic average',
    },
    note: {
      crossEntropy: 'G raises the probability of “real”: it has a gradient even while D sees through it.',
      minimax:
        'G lowers the probability of “generated”, as in the first equation of 2014. While D is sure, G’s gradient is almost zero.',
      leastSquares: 'D’s outputs are drawn to numbers. Examples far from the decision pull too.',
      hinge: 'D is pushed beyond a margin, and no further.',
      wasserstein: 'D estimates a distance. Its slope must be kept in bounds, by a penalty or by clipping.',
      relativistic:
        'D compares: are real examples more real than generated ones on average? G learns from real examples too.',
    },
  },
  smoothing: {
    label: 'Label smoothing s',
  },
  coding: {
    label: 'Targets a, b, c',
    option: { binary: '0, 1, 1', pearson: '−1, 1, 0' },
  },
  penalty: {
    label: 'Hold on D',
    option: {
      none: 'Nothing',
      dragan: 'DRAGAN penalty',
      wganGp: 'WGAN-GP penalty',
      r1: 'R1 penalty',
      clip: 'Clipped weights',
    },
    note: {
      none: 'Nothing holds D’s slope. Watch the gradient trace.',
      dragan: 'The gradient norm is pulled to k around the real digits.',
      wganGp: 'The gradient norm is pulled to k on lines between real and generated digits.',
      r1: 'The squared gradient norm is kept small at the real digits.',
      clip: 'After each update of D, every weight is cut off at ±c.',
    },
  },
  gamma: {
    label: 'γ, penalty weight',
  },
  clip: {
    label: 'Clip at ±c',
  },
  kD: {
    label: 'Updates of D',
  },
  kG: {
    label: 'Updates of G',
  },
  optimizerG: {
    label: 'Optimiser of G',
    option: { adam: 'Adam', rmsProp: 'RMSProp', sgd: 'SGD' },
  },
  optimizerD: {
    label: 'Optimiser of D',
    option: { adam: 'Adam', rmsProp: 'RMSProp', sgd: 'SGD' },
  },
  rho: {
    label: 'ρ, scale memory',
  },
  momentum: {
    label: 'μ, momentum',
  },
  statistics: {
    label: 'Statistics of',
    option: { running: 'The training', batch: 'The grid' },
    note: {
      running: 'Running averages from the training: each digit is drawn by itself.',
      batch: 'Mean and variance of the digits on the grid, as while training: each one depends on the others.',
    },
  },
  resize: {
    label: 'Enlarged by',
    option: { bilinear: 'Interpolation', pad: 'A margin' },
  },
  splitByPosition: {
    label: 'Test set split by position',
  },
  stretch: {
    label: 'Stretch each sample',
  },
  lambda: {
    label: 'λ, penalty weight',
  },
  noise: {
    label: 'Noise δ',
    option: { gaussian: 'Gaussian', uniform: 'Uniform, both signs' },
  },
  noiseScale: {
    label: 'Noise scale c',
  },
  k: {
    label: 'Target k',
  },
  size: {
    label: 'Image side',
    option: { '28': '28×28', '32': '32×32' },
  },
  dNorm: {
    label: 'Normalisation in D',
    option: { none: 'None', layer: 'Layer', batch: 'Batch' },
    note: {
      none: 'Each digit’s score is its own, and so is its gradient.',
      layer: 'Statistics within one digit: each digit still has its own gradient, which is what a penalty is about.',
      batch: 'Statistics over the batch: every digit’s score depends on the others, and so does its gradient.',
    },
  },
  bnEpsilon: {
    label: '0.8 as batch norm’s ε',
  },
  sampleTraining: {
    label: 'Draw samples in training mode',
  },
  columnNorm: {
    label: 'Norm over columns only',
  },
  positiveNoise: {
    label: 'Noise that only brightens',
  },
  mixTest: {
    label: 'Train on test digits too',
  },
  scaledTwice: {
    label: 'Scale the pixels twice',
  },
  labelsByPosition: {
    label: 'Labels by place in the batch',
  },
  swappedRates: {
    label: 'Swap the learning rates',
  },
  chosenOnTest: {
    label: 'Choose on the test set',
  },
  logOfRounded: {
    label: 'log(p + 10⁻⁸) after softmax',
  },
  sharedStatistics: {
    label: 'Both optimisers move all statistics',
  },
  penaliseSigmoid: {
    label: 'Penalise the probability',
  },
};
