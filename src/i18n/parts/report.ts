import { formatsOf } from '../format.ts';

const { whole, fixed, short } = formatsOf('en');

/** A run on one page. */
export const report = {
  title: ({ recipe, data }: { recipe: string; data: string }) => `${recipe} on ${data}`,
  after: ({ step, seed }: { step: number; seed: number }) => `After step ${whole(step)}, seed ${seed}`,
  paper: ({ authors, year, title }: { authors: string; year: number; title: string }) =>
    `${authors} (${year}): ${title}`,
  pictures: 'What G drew',
  picturesHint: 'The same noise at each moment',
  curves: 'Curves',
  objective: 'What is minimised',
  never: 'nothing: it is not trained',
  clip: ({ bound }: { bound: number }) => `with weights within ±${bound}`,
  settings: 'Settings',
  departs: 'Other than in the recipe as it comes',
  departsNone: 'Everything is as the recipe comes.',
  departure: ({ label, value, was }: { label: string; value: string; was: string }) => `${label}: ${value} (${was})`,
  was: ({ value }: { value: string }) => `the recipe has ${value}`,
  edited: 'its layers were changed by hand',
  errata: 'Errors of published code that were switched on',
  all: 'All settings',
  changed: 'What was done on the way',
  scores: 'Scores',
  scoresAt: ({ step, samples }: { step: number; samples: number }) =>
    `At step ${whole(step)}, of ${whole(samples)} samples. The interval holds the value in 95 of 100 repetitions.`,
  scoresNone: 'Nothing was measured.',
  column: { measure: 'Measure', value: 'Value', interval: '95 % interval', floor: 'Real examples get' },
  value: short,
  interval: ({ low, high }: { low: number; high: number }) => `${short(low)} to ${short(high)}`,
  best: ({ step, test }: { step: number; test: number }) =>
    `Best classifier: ${fixed(100 * test, 1)} % of the test examples right, at step ${whole(step)}.`,
  networks: 'Networks',
  parameters: ({ count }: { count: number }) => `${whole(count)} weights`,
  again: 'To do it again',
  link: 'Open these settings',
  command: 'Or without a page, in a copy of the project:',
  made: 'Made by the GAN playground from the run itself. This page needs nothing but this file.',
};
