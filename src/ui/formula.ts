import { objectiveOf } from '../gan/objectives/index.ts';
import { penaltyOf } from '../gan/penalties/index.ts';
import type { Plan, SupervisionSpec } from '../gan/plan.ts';
import { textsNow } from '../i18n/index.ts';

/** A weight in front of a term; 1 goes without saying. */
const factor = (weight: number): string => (weight === 1 ? '' : `${weight} `);

/** The terms that come of labels, and whether those of the game are there too. */
function learned(spec: SupervisionSpec | undefined, network: 'd' | 'g'): { game: boolean; terms: readonly string[] } {
  if (!spec) return { game: true, terms: [] };
  const { classes, matched, never } = textsNow().objective.supervised;
  if (network === 'd') return { game: !spec.baseline, terms: [classes({ weight: `−${factor(spec.weight)}` })] };
  if (spec.baseline) return { game: false, terms: [never] };
  if (spec.matching === 0) return { game: true, terms: [] };
  return { game: spec.adversarial, terms: [matched({ weight: factor(spec.matching) })] };
}

/** What D or G minimises under a plan, as a formula. */
export function formulaOf(plan: Plan, network: 'd' | 'g'): string {
  const { objective, penalty, classes, supervision } = plan;
  const outputs = classes > 0 ? { real: 'D(x, y)', fake: 'D(G(z, y), y)' } : { real: 'D(x)', fake: 'D(G(z))' };
  const game = objectiveOf(objective).formula(objective, outputs)[network];
  const { game: plays, terms } = learned(supervision, network);
  const held = network === 'd' && penalty && plays ? [penaltyOf(penalty).formula] : [];
  return [...(plays ? [game] : []), ...terms, ...held].join(' + ').replaceAll('+ −', '− ');
}
