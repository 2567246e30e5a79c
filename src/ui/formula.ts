import type { ObjectiveSpec, Plan, SupervisionSpec } from '../gan/plan.ts';
import { textsNow } from '../i18n/index.ts';

/** (D − target)², with a target of 0 left out. */
const squared = (output: string, target: number): string =>
  target === 0 ? `${output}²` : `(${output} ${target < 0 ? '+' : '−'} ${Math.abs(target)})²`;

/** What the texts leave open: outputs of D, and their squared distances from the targets of least squares. */
function partsOf(objective: ObjectiveSpec, conditional: boolean) {
  const [real, fake] = conditional ? ['D(x, y)', 'D(G(z, y), y)'] : ['D(x)', 'D(G(z))'];
  if (objective.kind !== 'leastSquares')
    return { real, fake, realSquare: '', fakeSquare: '', wantedSquare: '', half: '' };
  const { targets, generatorWeight } = objective;
  return {
    real,
    fake,
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
  const { classes, matched, never } = textsNow().objective.supervised;
  if (network === 'd') return { game: !spec.baseline, terms: [classes({ weight: `−${factor(spec.weight)}` })] };
  if (spec.baseline) return { game: false, terms: [never] };
  if (spec.matching === 0) return { game: true, terms: [] };
  return { game: spec.adversarial, terms: [matched({ weight: factor(spec.matching) })] };
}

/** What D or G minimises under a plan, as a formula. */
export function formulaOf(plan: Plan, network: 'd' | 'g'): string {
  const { objective, penalty, classes, supervision } = plan;
  const texts = textsNow().objective;
  const text = texts[objective.kind];
  const smoothed = network === 'd' && 'smoothing' in objective && objective.smoothing > 0;
  const game = (smoothed && 'smooth' in text ? text.smooth : text[network])(partsOf(objective, classes > 0));
  const { game: plays, terms } = learned(supervision, network);
  const held = network === 'd' && penalty && plays ? [texts[penalty.kind]] : [];
  return [...(plays ? [game] : []), ...terms, ...held].join(' + ').replaceAll('+ −', '− ');
}
