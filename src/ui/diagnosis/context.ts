import type { Context } from '../../diagnosis/rule.ts';
import { scaleOf } from '../../gan/objectives/index.ts';
import { specsOf } from '../state/hash.ts';
import { planOf, refusalOf } from '../state/plan.ts';
import type { ScoreHistory } from '../state/scores.ts';
import type { PageState } from '../state/store.ts';

/** The run that is open, as rules of diagnosis see it. */
export const contextOf = (
  { opened, error, inspection }: Pick<PageState, 'opened' | 'error' | 'inspection'>,
  scores: ScoreHistory,
): Context => ({
  scale: scaleOf(planOf(opened).objective),
  params: opened.params,
  specs: specsOf(opened),
  accepts: (changes) => refusalOf({ ...opened, params: { ...opened.params, ...changes } }) === null,
  scores: scores.all(),
  inspection,
  isNonFinite: error?.code === 'non-finite',
});
