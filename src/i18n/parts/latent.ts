import { formatsOf } from '../format.ts';

const { whole } = formatsOf('en');

/** The latent space, and one sample of it. */
export const latent = {
  one: {
    describe: ({ place, count, label, step }: { place: number; count: number; label: string | null; step: number }) =>
      `Sample ${whole(place)} of ${whole(count)}${label === null ? '' : `, class ${label}`}, after step ${whole(step)}.`,
    last: 'The sample before',
    next: 'The next sample',
  },
};
