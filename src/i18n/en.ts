/** The page's texts in English. `{{name}}` is filled in; every other language has exactly these keys. */
export const en = {
  page: {
    name: 'GAN playground',
    recipes: 'Recipe',
    dataSet: 'Data set',
    share: 'Copy link',
    shared: 'Link copied',
    notShared: 'The link is in the address bar',
    toDark: 'Switch to dark colours',
    toLight: 'Switch to light colours',
    crashed: 'The page stumbled over an error of its own.',
    crashedNext: 'Your settings are in the address: loading the page again keeps them, and the training starts over.',
    reload: 'Load the page again',
    noWorker: 'The training engine could not be started in this browser.',
    noWorkerNext:
      'A current version of Chrome, Edge, Firefox or Safari is needed. Load the page again to try once more.',
  },
  backend: {
    label: 'Backend',
    choice: { auto: 'Auto', webgpu: 'WebGPU', webgl: 'WebGL', simd: 'CPU', cpu: 'Plain JavaScript' },
    about: 'About the backend',
    none: 'Not chosen yet',
    software: 'emulated on the CPU',
    measured: 'Measured, time for one step',
    ms: '{{value}} ms',
    notRun: 'did not run',
    stepsPerSecond: '{{value}} steps/s',
  },
  transport: {
    label: 'Training',
    train: 'Train',
    pause: 'Pause',
    stepBoth: 'Step',
    stepD: 'Step D',
    stepG: 'Step G',
    stepBothHint: 'One step of both networks',
    stepDHint: 'Update the discriminator once, G stays',
    stepGHint: 'Update the generator once, D stays',
    trainHint: 'Space bar',
    reset: 'Reset',
    resetHint: 'Back to step 0 with new weights from the seed',
    seed: 'Seed',
    step: 'Step',
    epoch: 'Epoch',
    progress: 'Progress within the epoch',
    data: 'Digits on this device',
  },
  status: {
    opening: {
      data: 'Fetching the digits',
      backend: 'Choosing the backend',
      networks: 'Building the networks',
      none: 'Opening',
    },
    openingDetail: '{{stage}}: {{detail}}',
    openingPlain: '{{stage}}…',
    ready: '{{recipe}} is ready to train on {{data}}.',
    paused: 'Paused after step {{step}}.',
    training: 'Training {{recipe}} on {{data}}.',
    pausing: 'Pausing after the step in flight.',
    stepping: 'Taking one step.',
    failed: 'Stopped: the message on the page says why.',
  },
  notice: {
    title: 'Part of the link was not understood',
    unknown: '“{{key}}” is not a setting of {{recipe}} and was ignored.',
    bad: '{{why}} The default is used.',
    networks: '{{why}} The recipe’s own networks are used.',
    files: 'It was made with images from somebody’s own files. They stay on that computer, so the usual data is used.',
    dismiss: 'Dismiss',
  },
  bring: {
    own: 'Bring your own…',
  },
  error: {
    title: {
      'bad-config': 'These settings do not go together',
      'data-missing': 'The data could not be fetched',
      'data-corrupt': 'The data arrived damaged',
      'bad-file': 'This file cannot be used',
      'backend-unavailable': 'The backend cannot be used here',
      'device-lost': 'The graphics device was lost',
      'non-finite': 'The training diverged',
      cancelled: 'Cancelled',
      'unknown-run': 'This run is gone',
      'worker-lost': 'The training engine is lost',
      internal: 'Something went wrong',
    },
    lost: {
      hung: 'The training engine has not answered for several seconds.',
      thrown: 'The training engine has stumbled over an error of its own.',
      unstarted: 'The training engine did not start.',
    },
    resume: 'Resume from the last good state',
    retry: 'Try again',
    reset: 'Start over',
    dismiss: 'Dismiss',
    cause: 'Details',
  },
  late: {
    missing: '{{part}} could not be loaded. Everything else goes on.',
    part: {
      bring: 'The part that reads your own images',
      charts: 'The charts',
      comparison: 'The comparison',
      diagnosis: 'The part that says what may be going wrong',
      inside: 'The look inside',
      networks: 'The view of the networks',
      plane: 'The picture of the plane',
      quality: 'The quality view',
      slow: 'The hint on slow steps',
    },
  },
  restart: {
    waiting: 'Waits for a restart: {{names}}',
    now: 'Restart now',
    mark: 'takes a restart',
    pending: 'waiting',
  },
  settings: {
    title: 'Settings',
    defaults: 'Defaults',
    networks: 'Networks',
    help: 'Help: {{label}}',
    noHelp: 'The explanations could not be loaded.',
    exact: '{{label}}, exact value',
    refused: 'The choice is not applied.',
    group: {
      run: 'Run',
      labels: 'Labels',
      objective: 'Objective',
      gradient: 'Gradient of D',
      optimizer: 'Optimisers',
      sampling: 'Sampling',
      errata: 'As in the popular code',
    },
    groupHelp: {
      run: '',
      labels: 'D sees all digits, but is told the class of a few.',
      objective: '',
      gradient: '',
      optimizer: '',
      sampling: '',
      errata: 'Where widely copied code departs from the paper. Off is correct; switch one on to see what it does.',
    },
  },
  param: {
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
      },
      note: {
        crossEntropy: 'G raises the probability of “real”: it has a gradient even while D sees through it.',
        minimax:
          'G lowers the probability of “generated”, as in the first equation of 2014. While D is sure, G’s gradient is almost zero.',
        leastSquares: 'D’s outputs are drawn to numbers. Examples far from the decision pull too.',
        hinge: 'D is pushed beyond a margin, and no further.',
        wasserstein: 'D estimates a distance. Its slope must be kept in bounds, by a penalty or by clipping.',
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
  },
  grid: {
    generated: 'What G draws',
    real: 'Real examples',
    classes: 'Class',
    all: 'All',
    empty: 'The first digits appear when the networks are built.',
    atStep: 'step {{step}}',
    describeAll: 'Generated digits after step {{step}}, {{rows}} rows by {{columns}} columns.',
    describeByClass:
      'Generated digits after step {{step}}, {{rows}} rows by {{columns}} columns, one class in each column.',
    describeClass: 'Generated digits of class {{label}} after step {{step}}, {{rows}} rows by {{columns}} columns.',
    describeReal: 'A row of {{count}} real digits to compare with.',
    labelled: 'Labelled digits',
    labelledCount: '{{shown}} of {{count}}',
    describeLabelled: '{{shown}} of the {{count}} digits whose class D is told.',
  },
  plane: {
    title: 'What D makes of the plane',
    low: 'D: generated',
    high: 'real',
    real: 'Real points',
    generated: 'Generated points',
    arrows: 'Gradient of D',
    arrowsHint: 'Arrows point where D rises, and are longest where it is steepest',
    describe:
      'Level sets of D over the plane after step {{step}}, with {{count}} real points and as many generated ones. Along the bold line D cannot tell.',
  },
  compare: {
    open: 'Compare',
    openHint: 'Train several systems side by side, on the same data from the same seed',
    leave: 'Leave the comparison',
    systems: 'Systems',
    ready: '{{recipe}} are ready to train on {{data}}, in lock step.',
    training: 'Training {{recipe}} on {{data}}, in lock step.',
  },
  chart: {
    losses: 'Losses',
    quality: 'Quality',
    views: 'Charts',
    training: 'Training',
    gradient: 'Gradient of D near real data',
    gradientShort: 'Gradient of D',
    scores: 'Scores by D',
    accuracy: 'Right answers of the classifier',
    best: 'best {{test}} at {{step}}',
    bestHint: 'On the test digits, at the step that was best on held-out digits',
    toBest: 'Return to the best model',
    toBestHint: 'Goes back to this step; what was learnt since is given up',
    besideBaseline: 'labels alone',
    besideSemiSupervised: 'with all digits',
    square: 'Mean square',
    squareHint: 'Show the mean squared norm, as in the DRAGAN paper’s figure',
    step: 'step',
    steps: 'mean of steps',
    empty: 'Nothing measured yet',
    describe: '{{title}} over training steps',
    series: {
      lossD: 'D',
      lossReal: 'real',
      lossFake: 'generated',
      penalty: 'penalty',
      lossG: 'G',
      scoreReal: 'D(x)',
      scoreFake: 'D(G(z))',
      gradientNorm: 'E‖∇ₓD(x + δ)‖',
      gradientSquare: 'E‖∇ₓD(x + δ)‖²',
      lossClass: 'classes',
      lossMatch: 'features',
      accuracyBatch: 'labelled batch',
      accuracyValidation: 'held out',
      accuracyTest: 'test digits',
    },
    target: 'k',
    targetSquare: 'k²',
    chance: 'cannot tell',
    raw: 'raw output',
    probability: 'probability of “real”',
  },
  objective: {
    d: 'D minimises',
    g: 'G minimises',
    clip: 'with weights within ±{{bound}}',
    crossEntropy: {
      d: '−E[log σ({real})] − E[log(1 − σ({fake}))]',
      smooth: '−E[(1 − s) log σ({real}) + s log(1 − σ({real}))] − E[log(1 − σ({fake}))]',
      g: '−E[log σ({fake})]',
    },
    minimax: {
      d: '−E[log σ({real})] − E[log(1 − σ({fake}))]',
      smooth: '−E[(1 − s) log σ({real}) + s log(1 − σ({real}))] − E[log(1 − σ({fake}))]',
      g: 'E[log(1 − σ({fake}))]',
    },
    leastSquares: {
      d: '½ E[{realSquare}] + ½ E[{fakeSquare}]',
      g: '{half}E[{wantedSquare}]',
    },
    hinge: {
      d: 'E[max(0, 1 − {real})] + E[max(0, 1 + {fake})]',
      g: '−E[{fake}]',
    },
    wasserstein: {
      d: 'E[{fake}] − E[{real}]',
      g: '−E[{fake}]',
    },
    dragan: 'λ E[(‖∇ₓD(x + δ)‖ − k)²]',
    wganGp: 'λ E[(‖∇ₓD(εx + (1 − ε)G(z))‖ − k)²]',
    r1: '½ γ E[‖∇ₓD(x)‖²]',
    supervised: {
      classes: '{weight}E[log p(y | x)]',
      matched: '{weight}‖E f(x) − E f(G(z))‖²',
      never: 'nothing: it is not trained',
    },
  },
};
