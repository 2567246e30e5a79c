import type { Plan } from '../../gan/plan.ts';
import { lossOfD, lossOfG, writtenSum } from '../../gan/terms.ts';
import { partNow } from '../../i18n/index.ts';

/** What D or G minimises under a plan, as a formula. */
export const formulaOf = (plan: Plan, network: 'd' | 'g'): string =>
  writtenSum((network === 'd' ? lossOfD : lossOfG)(plan)) ?? partNow('understand').never;
