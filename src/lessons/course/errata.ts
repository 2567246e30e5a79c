import type { ParamValues } from '../../core/params.ts';
import type { SampleGrid } from '../../core/views.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { brightestOf, contrastOf, fullOf } from '../pictures.ts';
import { gridOf, lately, picturesApart, type Seen } from '../seen.ts';

/** A run as it should be, and the same with an error of the popular code switched on. */
const beside = (recipe: string, data: string, params: ParamValues, error: string): Setup => ({
  data,
  seed: 1,
  members: [
    { recipe, params: { ...params, [error]: false } },
    { recipe, params: { ...params, [error]: true } },
  ],
});

const ERRORS = [
  'stretch',
  'bnEpsilon',
  'sampleTraining',
  'scaledTwice',
  'labelsByPosition',
  'columnNorm',
  'positiveNoise',
] as const;

/** The error that is in the second run. */
const wrongIn = ([, run]: Seen): string | null => ERRORS.find((name) => run?.params[name] === true) ?? null;

const asks = <const Option extends (typeof ERRORS)[number]>(...options: readonly Option[]) => ({
  options,
  happened: wrongIn,
  afterwards: true as const,
});

/** By how much less contrast the second run's pictures have, as a share of the first's. */
function paler([first, second]: Seen): number | null {
  const [a, b] = [gridOf(first), gridOf(second)];
  const contrast = a ? contrastOf(a.generated) : 0;
  return b && contrast > 0 ? 1 - contrastOf(b.generated) / contrast : null;
}

/** What is measured of the second run's pictures. */
const ofSecond =
  (measure: (grid: SampleGrid) => number) =>
  ([, second]: Seen): number | null => {
    const grid = gridOf(second);
    return grid && measure(grid);
  };
const full = ofSecond(({ generated }) => fullOf(generated));
const brightest = ofSecond(({ real }) => brightestOf(real));

/** Errors of much used codes: each is to be told by what it does. */
export const lesson = defineLesson({
  id: 'errata',
  place: 13,
  minutes: 5,
  steps: [
    {
      id: 'contrast',
      setup: beside('dcgan', 'colour-digits', { width: 0.1, batch: 16 }, 'stretch'),
      predict: asks('bnEpsilon', 'stretch', 'scaledTwice', 'columnNorm'),
      act: { kind: 'train', until: 5 },
      goal: { value: full, is: 'atLeast', target: 0.9, unit: 'share' },
      wrong: { params: { stretch: false } },
    },
    {
      id: 'pale',
      setup: beside('cgan', 'mnist', { width: 0.3, batch: 32 }, 'bnEpsilon'),
      predict: asks('sampleTraining', 'scaledTwice', 'stretch', 'bnEpsilon'),
      act: { kind: 'train', until: 20 },
      goal: { value: paler, is: 'atLeast', target: 0.5, unit: 'share' },
      wrong: { params: { bnEpsilon: false } },
    },
    {
      id: 'black',
      setup: beside('sgan', 'mnist', { width: 0.2, batch: 16 }, 'scaledTwice'),
      predict: asks('scaledTwice', 'labelsByPosition', 'bnEpsilon', 'sampleTraining'),
      act: { kind: 'train', until: 40 },
      goal: { value: brightest, is: 'atMost', target: 0.1, unit: 'share' },
      wrong: { params: { scaledTwice: false } },
    },
    {
      id: 'other',
      setup: beside('cgan', 'mnist', { width: 0.2, batch: 32 }, 'sampleTraining'),
      predict: asks('bnEpsilon', 'stretch', 'sampleTraining', 'labelsByPosition'),
      act: { kind: 'train', until: 4 },
      goal: { value: picturesApart, is: 'atLeast', target: 0.08, unit: 'share' },
      wrong: { params: { sampleTraining: false } },
    },
    {
      id: 'loose',
      setup: beside('dragan', 'mnist', { width: 0.1, batch: 16 }, 'columnNorm'),
      predict: asks('sampleTraining', 'columnNorm', 'stretch', 'positiveNoise'),
      act: { kind: 'train', until: 60 },
      goal: { value: ([, run]) => lately(run, 'gradientNorm', 20), is: 'atLeast', target: 2.5, unit: 'number' },
      wrong: { params: { columnNorm: false } },
    },
  ],
});
