import { number } from '../../core/params.ts';
import type { Algebra, Value } from '../algebra.ts';
import type { Formula, Sides } from '../formula.ts';
import { defineObjective } from '../objective.ts';

/** s: D's target on real examples is 1 − s. */
export interface Smoothing {
  /** In [0, 1). */
  readonly smoothing: number;
}

export const smoothing = number('objective', { default: 0, min: 0, max: 0.5, applies: 'live' });

const entropy = (p: number): number => (p > 0 && p < 1 ? -p * Math.log(p) - (1 - p) * Math.log(1 - p) : 0);

/** D's side of the game, which `minimax` has too. */
export const probabilities = {
  params: { smoothing },
  spec: ({ smoothing }: Smoothing): Smoothing => ({ smoothing }),
  scoreKind: 'probability',
  scale: ({ smoothing }: Smoothing) => ({
    real: 1 - smoothing,
    fake: 0,
    lossBlind: 2 * Math.LN2,
    lossLeast: entropy(smoothing),
  }),
} as const;

export const formulaOfD = ({ smoothing }: Smoothing, { real, fake }: Sides): Pick<Formula, 'd' | 'letters'> => ({
  d: {
    real: smoothing > 0 ? `−E[(1 − s) log σ(${real}) + s log(1 − σ(${real}))]` : `−E[log σ(${real})]`,
    fake: `−E[log(1 − σ(${fake}))]`,
  },
  ...(smoothing > 0 && { letters: { s: smoothing } }),
});

export const lossesOfD =
  ({ add, mean, mul, neg, softplus }: Algebra, { smoothing }: Smoothing) =>
  (real: Value, fake: Value) => ({
    real: mean(add(softplus(neg(real)), mul(real, smoothing))),
    fake: mean(softplus(fake)),
  });

/**
 * Sigmoid cross-entropy on logits, with G's non-saturating form.
 *
 * Goodfellow et al. 2014, algorithm 1 and section 3: D minimises −log D(x) − log(1 − D(G(z))), G minimises
 * −log D(G(z)). With D = σ(logit): −log σ(l) = softplus(−l) and −log(1 − σ(l)) = softplus(l).
 *
 * One-sided label smoothing (Salimans et al. 2016, section 3.4) moves D's target on real examples to 1 − s:
 * −(1 − s) log σ(l) − s log(1 − σ(l)) = softplus(−l) + s · l. The target on generated ones stays 0.
 */
export const objective = defineObjective({
  kind: 'crossEntropy',
  arxiv: '1406.2661',
  ...probabilities,
  formula: (spec, outputs) => ({ ...formulaOfD(spec, outputs), g: { fake: `−E[log σ(${outputs.fake})]` } }),
  losses: (ops, spec) => ({
    discriminator: lossesOfD(ops, spec),
    generator: (fake) => ops.mean(ops.softplus(ops.neg(fake))),
  }),
  // −log(p + ε) of a probability that has been rounded: where p is far below ε the gradient vanishes, just where it is
  // needed most.
  rounded({ add, log, mean, neg, sigmoid }, epsilon) {
    const cost = (logit: Value) => neg(mean(log(add(sigmoid(logit), epsilon))));
    return {
      discriminator: (real, fake) => ({ real: cost(real), fake: cost(neg(fake)) }),
      generator: cost,
    };
  },
});
