import { formatsOf } from '../format.ts';

const { fixed, whole } = formatsOf('en');

/** The list of runs that were put aside. */
export const runs = {
  title: 'Runs that were put aside',
  none: 'None yet. When you change the system, the data or the seed, the run that you leave is kept here.',
  about: 'Each goes on exactly where it was. They are gone when the page is closed.',
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
  discard: ({ name }: { name: string }) => `Discard ${name}`,
};
