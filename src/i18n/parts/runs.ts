import { formatsOf } from '../format.ts';

const { ago, decimal, fixed, whole } = formatsOf('en');

const percent = (share: number): string => `${fixed(100 * share, 1)} %`;

/** The list of runs that were put aside. */
export const runs = {
  title: 'Runs that were put aside',
  none: 'None yet. When you change the system, the data or the seed, the run that you leave is kept here.',
  about: 'Each goes on exactly where it was, as long as the page is open.',
  step: ({ step }: { step: number }) => `step ${whole(step)}`,
  seed: ({ seed }: { seed: number }) => `seed ${seed}`,
  preset: 'as the recipe comes',
  form: {
    whole: ({ megabytes }: { megabytes: number }) => `kept whole, ${fixed(megabytes, 1)} MB`,
    snapshot: ({ megabytes }: { megabytes: number }) => `kept as a snapshot, ${fixed(megabytes, 1)} MB`,
    gone: () => 'goes on from the last state that was saved',
  },
  bringBack: 'Go on',
  bringBackHint: ({ name }: { name: string }) => `Bring back ${name}`,
  /** The trained model of a system that lies beside the page. */
  model: {
    title: ({ name }: { name: string }) => `A trained ${name}`,
    open: 'Open',
    openHint: ({ name }: { name: string }) => `Open the trained ${name}`,
    wait: 'Asking what it was made with …',
    noCard: 'What it was made with could not be fetched.',
    made: (of: { width: number; batch: number; steps: number; seed: number }) =>
      `width ${decimal(of.width)} · batch ${whole(of.batch)} · ${whole(of.steps)} steps · seed ${of.seed}`,
    frechet: ({ value, real }: { value: number; real: number }) =>
      `Fréchet ${fixed(value, 1)} (real digits ${fixed(real, 1)})`,
    precision: (of: { precision: number; recall: number }) =>
      `precision ${fixed(of.precision, 2)}, recall ${fixed(of.recall, 2)}`,
    agreement: ({ value }: { value: number }) => `class as asked ${percent(value)}`,
    accuracy: ({ share }: { share: number }) => `D right on ${percent(share)} of test digits`,
    file: ({ kilobytes, samples }: { kilobytes: number; samples: number }) =>
      `${whole(kilobytes)} kB to fetch; scores of ${whole(samples)} samples.`,
    anew: 'Training goes on from it. The optimisers’ memories begin anew then, and moving averages at its weights.',
  },
  kept: {
    title: 'Kept in this browser',
    about: 'The last runs of this and earlier visits, saved every minute and at a pause.',
    lasting: 'The browser has promised to delete none of them by itself.',
    passing:
      'The browser may delete them where room is short, Safari after seven days without a visit; a private window forgets them when it is closed.',
    none: 'None yet: a run is kept after a minute, or when it is paused.',
    off: 'This browser lets the page keep nothing: runs are gone when it is closed.',
    images: ({ name }: { name: string }) => `Runs on ${name}, data of your own, are kept only with these data.`,
    keepImages: ({ megabytes }: { megabytes: number }) =>
      `Keep this data in this browser too (${fixed(megabytes, 1)} MB)`,
    withImages: ({ megabytes }: { megabytes: number }) => `, with its data of ${fixed(megabytes, 1)} MB`,
    saved: ({ milliseconds, megabytes }: { milliseconds: number; megabytes: number }) =>
      `saved ${ago(milliseconds)}, ${fixed(megabytes, 1)} MB`,
  },
  files: {
    title: 'Files',
    about: 'A run that was saved goes on where it was; weights begin a run with the settings as they are.',
    open: 'Open a file…',
    beside: 'Show its curves beside…',
  },
  discard: ({ name }: { name: string }) => `Discard ${name}`,
};
