/** The bar: systems, data, the training, where it runs, the menu and what opens from it. */
import { formatsOf } from '../format.ts';
import { systemLines } from '../systems.ts';

const { short, whole } = formatsOf('en');

export const bar = {
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
  data: {
    /** By the ids of the sets that come with the page; a test names one that is missing. */
    name: {
      mnist: 'MNIST',
      'colour-digits': 'Colour digits',
      ring: 'Ring of 8',
      grid: 'Grid of 25',
      'swiss-roll': 'Swiss roll',
    },
  },
  menu: {
    label: 'Menu',
    hint: 'Runs, files, sharing, presentation, colours, language, keys',
    save: 'Save …',
    print: 'Print …',
    printHint: 'Picture, curves, formulas, settings and the link, on paper',
    shareOpen: 'Share …',
    share: 'Share',
    links: 'Links of the lessons',
    shareHint: 'The link, with the view or without it, as a QR code, or as a frame for another page',
    saveKey: 'E',
    saveTitle: 'Save as a file',
    saveHint: 'Pictures, log, networks or the whole run, as files',
    language: 'Language',
    noLanguage: ({ name }: { name: string }) => `The texts in ${name} could not be fetched. Try again.`,
    close: 'Close',
  },
  backend: {
    label: 'Backend',
    panel: 'Where and how it runs',
    status: ({ where }: { where: string }) => `Status: ${where}`,
    statusHint: 'Backend, seed, memory, epoch',
    step: 'A step',
    mode: {
      eager: 'taken operation by operation',
      refused: 'taken operation by operation: it cannot be compiled',
      compiled: ({ jobs, bytes }: { jobs: number; bytes: number }) =>
        `compiled: ${whole(jobs)} jobs in one call, which share ${short(bytes / 2 ** 20)} MB`,
    },
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
  keys: {
    title: 'Keys',
    name: { ' ': 'Space', arrowright: '→', arrowleft: '←', escape: 'Esc' },
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
      present: 'Presentation, or back from it',
      full: 'Show alone what is pointed at or has the focus, or lead back',
      leave: 'Leave the presentation',
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
};
