import { formatsOf } from './format.ts';
import { params } from './params.ts';
import { cautions, layerFaults, problems } from './problems/english.ts';
import { backendFalls, backendNotes, backendReasons, devices, openingDetails } from './problems/notes.ts';
import { systemLines } from './systems.ts';

const { short, whole } = formatsOf('en');

/** How D's scores of the shown examples moved; `points`: they are points in the plane. */
export interface ShownTold {
  readonly count: number;
  readonly rose: number;
  readonly fell: number;
  readonly before: number;
  readonly after: number;
  readonly points: boolean;
}

/** The page's texts in English. What varies is a function; every other language has exactly these names. */
export const en = {
  page: {
    name: 'GAN playground',
    skip: 'Skip to the picture',
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
  system: {
    choose: ({ name }: { name: string }) => `System: ${name}`,
    family: {
      basics: 'basics',
      told: 'told the class',
      losses: 'other losses',
      held: 'D held',
      labels: 'few labels',
    },
    line: systemLines,
  },
  menu: {
    label: 'Menu',
    hint: 'Runs, files, link, colours, keys',
    save: 'Save …',
    saveKey: 'E',
    saveTitle: 'Save as a file',
    saveHint: 'Pictures, log, networks or the whole run, as files',
    close: 'Close',
  },
  dock: {
    label: 'Beside the picture',
    tab: { curves: 'Curves', quality: 'Quality', understand: 'Understand', inside: 'Inside' },
  },
  stage: {
    label: 'What is looked at',
    tab: { samples: 'Samples', one: 'One sample' },
    choose: 'Samples to choose from',
    chooseHint: 'A sample that is pressed is seen large under “One sample”',
    cell: ({ row, column, label }: { row: number; column: number; label: string | null }) =>
      label === null
        ? `Row ${whole(row)}, column ${whole(column)}`
        : `Row ${whole(row)}, column ${whole(column)}, class ${label}`,
  },
  rail: {
    label: 'Lesson or settings',
    mode: { lesson: 'Lesson', settings: 'Settings' },
    hide: 'Hide this column',
  },
  panes: {
    label: 'Parts of the page',
    pane: { picture: 'Picture', dock: 'Curves', lesson: 'Lesson', settings: 'Settings' },
  },
  backend: {
    label: 'Backend',
    panel: 'Where and how it runs',
    status: ({ where }: { where: string }) => `Status: ${where}`,
    statusHint: 'Backend, seed, memory, epoch',
    memory: 'Memory',
    holds: ({ megabytes, tensors }: { megabytes: number; tensors: number }) =>
      `${whole(megabytes)} MB in ${whole(tensors)} tensors`,
    choice: { auto: 'Auto', webgpu: 'WebGPU', webgl: 'WebGL', simd: 'CPU', cpu: 'Plain JavaScript' },
    none: 'Not chosen yet',
    software: 'emulated on the CPU',
    reduced: 'reduced',
    measured: 'Measured, time for one step',
    ms: ({ value }: { value: number }) => `${short(value)} ms`,
    notRun: 'did not run',
    stepsPerSecond: ({ value }: { value: string }) => `${value} steps/s`,
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
    openingDetail: ({ stage, detail }: { stage: string; detail: string }) => `${stage}: ${detail}`,
    openingPlain: ({ stage }: { stage: string }) => `${stage}…`,
    ready: ({ recipe, data }: { recipe: string; data: string }) => `${recipe} is ready to train on ${data}.`,
    paused: ({ step }: { step: number }) => `Paused after step ${whole(step)}.`,
    training: ({ recipe, data }: { recipe: string; data: string }) => `Training ${recipe} on ${data}.`,
    pausing: 'Pausing after the step in flight.',
    stepping: 'Taking one step.',
    failed: 'Stopped: the message on the page says why.',
    closed: 'Closed.',
    lost: 'The training engine does not answer.',
  },
  keys: {
    title: 'Keys',
    name: { ' ': 'Space', arrowright: '→', arrowleft: '←' },
    act: {
      toggle: 'Train or pause',
      step: 'One step of both networks',
      stepD: 'One step of the discriminator',
      stepG: 'One step of the generator',
      reset: 'Reset',
      undo: 'Bring back what was put aside last',
      nextClass: 'The next class',
      lastClass: 'The class before',
      allClasses: 'All classes',
      save: 'Save a picture, the log, the model or the whole run',
      help: 'Show these keys, or hide them',
    },
  },
  aside: {
    label: 'What was put aside',
    put: ({ recipes, step }: { recipes: string; step: number }) => `${recipes}, step ${whole(step)}, was put aside.`,
    forgotten: ({ recipes, step }: { recipes: string; step: number }) =>
      `${recipes}, step ${whole(step)}, was let go: there is no room for so many runs.`,
    undo: 'Undo',
    dismiss: 'Dismiss',
    runs: ({ count }: { count: number }) => (count === 0 ? 'Runs' : `Runs (${count})`),
    runsHint: 'Runs that were put aside, to go on with',
  },
  notice: {
    title: 'Part of the link was not understood',
    unknown: ({ key, recipe }: { key: string; recipe: string }) =>
      `“${key}” is not a setting of ${recipe} and was ignored.`,
    bad: ({ why }: { why: string }) => `${why} The default is used.`,
    networks: ({ why }: { why: string }) => `${why} The recipe’s own networks are used.`,
    unsound: ({ why }: { why: string }) => `${why} The recipe’s own settings are used.`,
    filesTitle: 'These images are not here',
    files:
      'They were brought from files, which stay on their computer and are read anew in each visit. The usual data is used; choose “Bring your own…” to bring them again.',
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
    lostNext: 'Started anew, it goes on from the last states that it gave to the page, at most half a minute old.',
    revive: 'Start the engine anew',
    resume: 'Resume from the last good state',
    retry: 'Try again',
    reset: 'Start over',
    dismiss: 'Dismiss',
    cause: 'Details',
  },
  /** What is wrong and what to do, by the code of the problem. */
  problems,
  cautions,
  layerFaults,
  backendFalls,
  devices,
  backendReasons,
  backendNotes,
  openingDetails,
  /** A trained model that lies beside the page. */
  model: {
    fetching: ({ name, kilobytes }: { name: string; kilobytes: number }) =>
      `Fetching the trained ${name}: ${whole(kilobytes)} kB.`,
  },
  late: {
    missing: ({ part }: { part: string }) => `${part} could not be loaded. Everything else goes on.`,
    part: {
      archive: 'What is kept from earlier visits',
      bring: 'The part that reads your own images',
      charts: 'The charts',
      comparison: 'The comparison',
      diagnosis: 'The part that says what may be going wrong',
      exports: 'The list of what can be saved',
      inside: 'The look inside',
      latent: 'The view of the latent space',
      lessons: 'The lesson',
      networks: 'The view of the networks',
      plane: 'The picture of the plane',
      quality: 'The quality view',
      runs: 'The list of runs',
      slow: 'The hint on slow steps',
      timeline: 'The timeline',
      understand: 'The explanation of the run',
    },
  },
  restart: {
    waiting: ({ names }: { names: string }) => `Waits for a new run: ${names}`,
    now: 'Start over',
    keepAll: 'Keep what runs',
    with: ({ value }: { value: string }) => `Start over with ${value}`,
    keep: ({ value }: { value: string }) => `Keep ${value}`,
    mark: 'takes a new run',
    pending: 'waiting',
  },
  settings: {
    title: 'Settings',
    show: 'Show what is folded away',
    defaults: 'Defaults',
    more: 'More',
    count: ({ count }: { count: number }) => `${whole(count)} ${count === 1 ? 'setting' : 'settings'}`,
    networks: 'Networks',
    layers: ({ g, d }: { g: number; d: number }) => `${whole(g)} and ${whole(d)} layers`,
    committed: ({ count }: { count: number }) => (count === 0 ? 'all corrected' : `${whole(count)} as in the code`),
    help: ({ label }: { label: string }) => `Help: ${label}`,
    noHelp: 'The explanations could not be loaded.',
    exact: ({ label }: { label: string }) => `${label}, exact value`,
    refused: ({ value, why }: { value: string; why: string }) =>
      `${value} was not taken over. ${why} Everything stays as it was.`,
    on: 'on',
    off: 'off',
    group: {
      run: 'Run',
      labels: 'Labels',
      objective: 'Objective',
      gradient: 'Gradient of D',
      optimizer: 'Optimisers',
      sampling: 'Sampling',
      errata: 'Errata of the popular code',
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
  param: params,
  grid: {
    generated: 'What G draws',
    real: 'Real examples',
    classes: 'Class',
    all: 'All',
    empty: 'The first digits appear when the networks are built.',
    atStep: ({ step }: { step: number }) => `step ${whole(step)}`,
    behind: ({ steps }: { steps: number }) => `${whole(steps)} steps behind`,
    past: ({ newest }: { newest: number }) => `of ${whole(newest)}`,
    toNewest: 'What is chosen shows the newest picture',
    describeAll: ({ step, rows, columns }: { step: number; rows: number; columns: number }) =>
      `Generated digits after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns.`,
    describeByClass: ({ step, rows, columns }: { step: number; rows: number; columns: number }) =>
      `Generated digits after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns, one class in each column.`,
    describeClass: ({ label, step, rows, columns }: { label: string; step: number; rows: number; columns: number }) =>
      `Generated digits of class ${label} after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns.`,
    describeReal: ({ count }: { count: number }) => `A row of ${whole(count)} real digits to compare with.`,
    labelled: 'Labelled digits',
    labelledCount: ({ shown, count }: { shown: number; count: number }) => `${whole(shown)} of ${whole(count)}`,
    describeLabelled: ({ shown, count }: { shown: number; count: number }) =>
      `${whole(shown)} of the ${whole(count)} digits whose class D is told.`,
  },
  effect: {
    label: 'What the last step did',
    said: ({ part, changes }: { part: string; changes: string }) => `${part}: ${changes}.`,
    none: 'Step, Step D and Step G say here what they do.',
    part: { both: 'Step', D: 'Step D', G: 'Step G' },
    value: { lossD: 'loss D', lossG: 'loss G', scoreReal: 'D(x)', scoreFake: 'D(G(z))' },
    shown: ({ rose, fell, count, before, after, points }: ShownTold) => {
      const things = points ? 'points' : 'samples';
      const move = `mean ${short(before)} → ${short(after)}`;
      if (rose + fell === 0) return `D finds none of the ${whole(count)} shown ${things} more real, or less.`;
      const [moved, how] = fell > rose ? [fell, 'less'] : [rose, 'more'];
      return `${whole(moved)} of ${whole(count)} shown ${things} look ${how} real to D: ${move}`;
    },
    largest: ({ move }: { move: number }) => `The largest move of one is ${short(move)}`,
  },
  plane: {
    title: 'What D makes of the plane',
    low: 'D: generated',
    high: 'real',
    real: 'Real points',
    generated: 'Generated points',
    arrows: 'Gradient of D',
    arrowsHint: 'Arrows point where D rises, and are longest where it is steepest',
    describe: ({ step, count }: { step: number; count: number }) =>
      `Level sets of D over the plane after step ${whole(step)}, with ${whole(count)} real points and as many generated ones. Along the bold line D cannot tell.`,
  },
  compare: {
    open: 'Compare',
    openHint: 'Train several systems side by side, on the same data from the same seed',
    leave: 'Leave the comparison',
    several: ({ count }: { count: number }) => `${whole(count)} systems`,
    sideBySide: 'side by side',
    systems: 'Systems',
    ready: ({ recipe, data }: { recipe: string; data: string }) =>
      `${recipe} are ready to train on ${data}, in lock step.`,
    training: ({ recipe, data }: { recipe: string; data: string }) => `Training ${recipe} on ${data}, in lock step.`,
  },
  chart: {
    losses: 'Losses',
    gradient: 'Gradient of D near real data',
    gradientShort: 'Gradient of D',
    scores: 'Scores by D',
    accuracy: 'Right answers of the classifier',
    best: ({ test, step }: { test: number; step: number }) => `best ${short(test)} at ${whole(step)}`,
    bestHint: 'On the test digits, at the step that was best on held-out digits',
    toBest: 'Return to the best model',
    toBestHint: 'Goes back to this step; what was learnt since is given up',
    removeBeside: ({ name }: { name: string }) => `No longer show the curves of ${name}`,
    besideBaseline: 'labels alone',
    besideSemiSupervised: 'with all digits',
    square: 'Mean square',
    squareHint: 'Show the mean squared norm, as in the DRAGAN paper’s figure',
    step: 'step',
    atStep: ({ step }: { step: number }) => `at ${whole(step)}`,
    reading: ({ step, values }: { step: number; values: string }) => `step ${whole(step)}: ${values}`,
    means: ({ count }: { count: number }) => `mean of ${whole(count)} steps`,
    meansHint: 'Lines are means, shades reach from the lowest to the highest. Under the cursor single steps are read.',
    log: 'Log scale',
    logHint: 'Powers of ten at equal distances, on both sides of zero; linear within a thousandth of the largest',
    smooth: 'Smooth',
    smoothHint: 'Lines are means of nine points. What is read under the cursor stays what was measured.',
    empty: 'Nothing measured yet',
    describe: ({ title }: { title: string }) => `${title} over training steps`,
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
      variety: 'variety of G',
      varietyWithin: 'within a class',
      varietyClass: 'the class',
      lossClass: 'classes',
      lossMatch: 'features',
      accuracyBatch: 'labelled batch',
      accuracyValidation: 'held out',
      accuracyTest: 'test digits',
    },
    target: 'k',
    targetSquare: 'k²',
    chance: ({ value }: { value: number }) => `${value}: cannot tell`,
    raw: 'raw output',
    probability: 'probability of “real”',
  },
};
