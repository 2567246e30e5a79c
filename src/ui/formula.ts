import type { ObjectiveSpec, Plan } from '../gan/plan.ts';
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

/** What D or G minimises under a plan, as a formula. */
export function formulaOf({ objective, penalty, classes }: Plan, network: 'd' | 'g'): string {
  const smoothed = network === 'd' && 'smoothing' in objective && objective.smoothing > 0;
  const text = textOf('objective', objective.kind, smoothed ? 'smooth' : network);
  const parts = partsOf(objective, classes > 0);
  const own = text.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? name);
  return network === 'd' && penalty ? `${own} + ${textOf('objective', penalty.kind)}` : own;
}
