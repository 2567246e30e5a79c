import type { Context, Evidence, Rule, ScalarHistory, ScoreValue } from '../rule.ts';
import { valuesOf } from '../scores.ts';
import { suggest, times } from '../suggest.ts';
import { lastStep, recentEvidence, recentMean } from '../window.ts';

/** Classes that are there, as a share of those of real data: at or below this some are missing for good. */
const COVERED = 0.7;
/** So many scores in a row must say so. */
const SCORES = 2;
/** Digits look real if at least this share of them lies among real ones; before that there is nothing to collapse. */
const LOOKS_REAL = 0.2;
/** Where that was not measured: if the classifier finds the class that was asked for in this share of them. */
const AGREES = 0.5;
/** Variety within a class, as a share of what held-out real digits have. */
const ALIKE = 0.1;
/** Share of real digits that are near a generated one. */
const RECALLED = 0.05;
/** Steps over which what a run measures by itself is looked at. */
const WINDOW = 200;
/** Variance of what G draws, as a share of that of real examples. */
const VARIETY = 0.02;
/** A generator that never varied so much has not begun. */
const VARIED = 0.1;
/** A generator that has hardly begun draws the same everywhere. */
const FIRST_STEPS = 200;

const isOften = (values: readonly ScoreValue[], holds: (score: ScoreValue) => boolean): boolean =>
  values.length === SCORES && values.every(holds);

/** The steps of the last scores, if all of them say that much is missing while what there is looks real. */
function byScores({ scores }: Context): Evidence | null {
  const last = (id: string) => valuesOf(scores, id).slice(-SCORES);
  const [coverage, recall, within] = [last('coverage'), last('recall'), last('classVariety')];
  const [precision, agreement] = [last('precision'), last('agreement')];
  const real = precision.length > 0 ? precision : agreement;
  const least = precision.length > 0 ? LOOKS_REAL : AGREES;
  if (!isOften(real, ({ value }) => value >= least)) return null;
  const found = {
    coverage: isOften(coverage, ({ value, floor }) => value <= COVERED * floor),
    recall: isOften(recall, ({ value, floor }) => value < RECALLED * floor),
    classVariety: isOften(within, ({ value, floor }) => value < ALIKE * floor),
  };
  const series = Object.entries(found).flatMap(([id, holds]) => (holds ? [id] : []));
  if (series.length === 0) return null;
  return { series, fromStep: real[0]?.step ?? 0, toStep: real.at(-1)?.step ?? 0 };
}

/** The last steps, if what G draws has hardly varied in them, and did before. */
function byHistory(history: ScalarHistory): Evidence | null {
  const variety = recentMean(history, 'variety', WINDOW);
  if (variety === null || variety >= VARIETY) return null;
  if (!history.column('variety').some((value) => value >= VARIED)) return null;
  return recentEvidence(history, WINDOW, ['variety', 'lossG', 'scoreFake']);
}

function byInspection({ inspection }: Context): Evidence | null {
  if (!inspection || inspection.step < FIRST_STEPS) return null;
  const least = inspection.variety.toSorted((a, b) => a.share - b.share)[0];
  if (!least || least.share >= VARIETY) return null;
  const where = { series: ['lossG', 'scoreFake'], fromStep: inspection.step, toStep: inspection.step };
  return least.label === null ? where : { ...where, label: least.label };
}

/**
 * Mode collapse: G draws too little that is different. By the last two quality scores: digits look real (precision at
 * least 0.2, or the class that was asked for in at least half of them), but at most 70 % of the classes are there, or
 * recall is below 5 % of what real digits reach, or the examples of one class vary less than 10 % as much. Or by what
 * the run measures by itself: what G draws has varied less than 2 % as much as real examples over the last 200 steps,
 * and at least 10 % as much before. Or by a look inside after step 200, where that holds for one class. Losses do not
 * show it. Holds for every objective.
 */
export const rule: Rule = {
  id: 'collapse',
  patience: 0,
  examine(history, context) {
    const evidence = byScores(context) ?? byHistory(history) ?? byInspection(context);
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
