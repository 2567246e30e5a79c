import { targetOf as targetUnder } from '../../gan/target.ts';
import { planOf } from '../state/plan.ts';
import { type RunSettings, specsOf } from '../state/settings.ts';

export const targetOf = (opened: RunSettings): number | null =>
  targetUnder(planOf(opened), specsOf(opened), opened.params);
