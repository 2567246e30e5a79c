import type { Context, Evidence, Rule } from '../rule.ts';
import { valuesOf } from '../scores.ts';
import { suggest, times } from '../suggest.ts';
import { lastStep } from '../window.ts';

/** Classes that are there, as a share of those of real data: at or below this some are missing for good. */
const COVERED = 0.7;
/** So many scores in a row must say so. */
const SCORES = 2;
/** Digits look real if at least this share of them lies among real ones; before that there is nothing to collapse. */
const LOOKS_REAL = 0.2;
/** Share of real digits that are near a generated one. */
const RECALLED = 0.05;
/** Variance of what G draws, as a share of that of real examples. */
const VARIETY = 0.02;
/** A generator that has hardly begun draws the same everywhere. */
const FIRST_STEPS = 200;

/** The steps of the last scores, if all of them say that much is missing while what there is looks real. */
function byScores({ scores }: Context): Evidence | null {
  const coverage = valuesOf(scores, 'coverage').slice(-SCORES);
  const recall = valuesOf(scores, 'recall').slice(-SCORES);
  const precision = valuesOf(scores, 'precision').slice(-SCORES);
  if (precision.length < SCORES || precision.some(({ value }) => value < LOOKS_REAL)) return null;
  const few = coverage.length === SCORES && coverage.every(({ value, floor }) => value <= COVERED * floor);
  const narrow = recall.length === SCORES && recall.every(({ value, floor }) => value < RECALLED * floor);
  if (!few && !narrow) return null;
  const series = [...(few ? ['coverage'] : []), ...(narrow ? ['recall'] : [])];
  return { series, fromStep: precision[0]?.step ?? 0, toStep: precision.at(-1)?.step ?? 0 };
}

function byInspection({ inspection }: Context): Evidence | null {
  if (!inspection || inspection.step < FIRST_STEPS || inspection.variety >= VARIETY) return null;
  return { series: ['lossG', 'scoreFake'], fromStep: inspection.step, toStep: inspection.step };
}

/**
 * Mode collapse: G draws too little that is different. By the last two quality scores: digits look real (precision at
 * least 0.2), but at most 70 % of the classes are there, or recall is below 5 % of what real digits reach. Or by a look
 * inside after step 200: what G draws varies less than 2 % as much as real examples. Losses do not show it, so
 * without scores and without a look inside nothing is said. Holds for every objective.
 */
export const rule: Rule = {
  id: 'collapse',
  patience: 0,
  examine(history, context) {
    const evidence = byScores(context) ?? byInspection(context);
    if (!evidence || lastStep(history) < evidence.toStep) return null;
    return {
      id: 'collapse',
      evidence,
      suggestion: suggest(context, [
        ...(context.params.penalty === 'none' ? [{ penalty: 'dragan' }] : []),
        times(context, 0.5, 'lrG'),
      ]),
    };
  },
};
