import { choice } from '../../core/params.ts';
import type { Value } from '../algebra.ts';
import { defineObjective } from '../objective.ts';

interface LeastSquares {
  /** What D is drawn to on generated (a) and real (b) examples, and what G draws D to (c). */
  readonly targets: { readonly fake: number; readonly real: number; readonly wanted: number };
  /** In front of G's square: ½ in the paper, 1 in popular code. */
  readonly generatorWeight: number;
}

const CODINGS = {
  binary: { fake: 0, real: 1, wanted: 1 },
  pearson: { fake: -1, real: 1, wanted: 0 },
} as const;

/** (D − target)², with a target of 0 left out. */
const squared = (output: string, target: number): string =>
  target === 0 ? `${output}²` : `(${output} ${target < 0 ? '+' : '−'} ${Math.abs(target)})²`;

/**
 * Least squares: D is drawn to b on real and a on generated examples, G draws D to c.
 *
 * Mao et al. 2017 (LSGAN), equation 2: D minimises ½E(D(x) − b)² + ½E(D(G(z)) − a)², G minimises ½E(D(G(z)) − c)².
 */
export const objective = defineObjective({
  kind: 'leastSquares',
  arxiv: '1611.04076',
  params: { coding: choice('objective', { default: 'binary', options: ['binary', 'pearson'], applies: 'live' }) },
  spec: ({ coding }): LeastSquares => ({ targets: CODINGS[coding], generatorWeight: 0.5 }),
  scoreKind: 'raw',
  scale: ({ targets: { real, fake } }) => ({ real, fake, lossBlind: ((real - fake) / 2) ** 2, lossLeast: 0 }),
  formula: ({ targets, generatorWeight }, { real, fake }) => ({
    d: { real: `½ E[${squared(real, targets.real)}]`, fake: `½ E[${squared(fake, targets.fake)}]` },
    g: { fake: `${generatorWeight === 0.5 ? '½ ' : ''}E[${squared(fake, targets.wanted)}]` },
  }),
  losses({ mean, mul, square, sub }, { targets, generatorWeight }) {
    const distance = (output: Value, target: number) => mean(square(sub(output, target)));
    return {
      discriminator: (real, fake) => ({
        real: mul(distance(real, targets.real), 0.5),
        fake: mul(distance(fake, targets.fake), 0.5),
      }),
      generator: (fake) => mul(distance(fake, targets.wanted), generatorWeight),
    };
  },
});
