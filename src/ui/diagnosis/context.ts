import type { Context } from '../../diagnosis/rule.ts';
import { scaleOf } from '../../gan/objectives/index.ts';
import type { MemberState } from '../state/member.ts';
import { planOf, refusalOf } from '../state/plan.ts';
import type { ScoreHistory } from '../state/scores.ts';
import { specsOf } from '../state/settings.ts';

/** The run that is open, as rules of diagnosis see it. */
export const contextOf = (
  { opened, phase, inspection }: Pick<MemberState, 'opened' | 'phase' | 'inspection'>,
  scores: ScoreHistory,
): Context => ({
  scale: scaleOf(planOf(opened).objective),
  params: opened.params,
  specs: specsOf(opened),
  accepts: (changes) => refusalOf({ ...opened, params: { ...opened.params, ...changes } }) === null,
  scores: scores.all(),
  inspection,
  isNonFinite: phase.kind === 'failed' && phase.error.code === 'non-finite',
});
