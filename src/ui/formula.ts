import type { ObjectiveSpec, Plan, SupervisionSpec } from '../gan/plan.ts';
import { textOf } from '../i18n/index.ts';

/** (D − target)², with a target of 0 left out. */
const squared = (output: string, target: number): string =>
  target === 0 ? `${output}²` : `(${output} ${target < 0 ? '+' : '−'} ${Math.abs(target)})²`;

/** What the texts leave open: outputs of D, and squares for least squares. */
function partsOf(objective: ObjectiveSpec, conditional: boolean): Record<string, string> {
  const [real, fake] = conditional ? ['D(x, y)', 'D(G(z, y), y)'] : ['D(x)', 'D(G(z))'];
  if (objective.kind !== 'leastSquares') return { real, fake };
  const { targets, generatorWeight } = objective;
  return {
    realSquare: squared(real, targets.real),
    fakeSquare: squared(fake, targets.fake),
    wantedSquare: squared(fake, targets.wanted),
    half: generatorWeight === 0.5 ? '½ ' : '',
  };
}

/** A weight in front of a term; 1 goes without saying. */
const factor = (weight: number): string => (weight === 1 ? '' : `${weight} `);

/** The terms that come of labels, and whether those of the game are there too. */
function learned(spec: SupervisionSpec | undefined, network: 'd' | 'g'): { game: boolean; terms: readonly string[] } {
  if (!spec) return { game: true, terms: [] };
  const term = (name: string, weight: string) => textOf('objective', 'supervised', name).replace('{weight}', weight);
  if (network === 'd') return { game: !spec.baseline, terms: [term('classes', `−${factor(spec.weight)}`)] };
  if (spec.baseline) return { game: false, terms: [term('never', '')] };
  if (spec.matching === 0) return { game: true, terms: [] };
  return { game: spec.adversarial, terms: [term('matched', factor(spec.matching))] };
}

/** What D or G minimises under a plan, as a formula. */
export function formulaOf(plan: Plan, network: 'd' | 'g'): string {
  const { objective, penalty, classes, supervision } = plan;
  const smoothed = network === 'd' && 'smoothing' in objective && objective.smoothing > 0;
  const text = textOf('objective', objective.kind, smoothed ? 'smooth' : network);
  const parts = partsOf(objective, classes > 0);
  const game = text.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? name);
  const { game: plays, terms } = learned(supervision, network);
  const held = network === 'd' && penalty && plays ? [textOf('objective', penalty.kind)] : [];
  return [...(plays ? [game] : []), ...terms, ...held].join(' + ').replaceAll('+ −', '− ');
}
