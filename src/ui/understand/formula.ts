import type { Plan } from '../../gan/plan.ts';
import { lossOfD, lossOfG } from '../../gan/terms.ts';
import { partNow } from '../../i18n/index.ts';

const MINUS = '−';

/** A term's sign, and what is added or taken off. */
export const signed = (formula: string): readonly [sign: '+' | '−', size: string] =>
  formula.startsWith(MINUS) ? [MINUS, formula.slice(MINUS.length)] : ['+', formula];

/** What D or G minimises under a plan, as a formula. */
export function formulaOf(plan: Plan, network: 'd' | 'g'): string {
  const [first, ...others] = (network === 'd' ? lossOfD : lossOfG)(plan).terms.map(({ formula }) => formula);
  if (first === undefined) return partNow('understand').never;
  return others.reduce((sum, formula) => `${sum} ${signed(formula).join(' ')}`, first);
}
