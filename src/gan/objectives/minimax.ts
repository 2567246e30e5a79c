import { defineObjective } from '../objective.ts';
import { formulaOfD, lossesOfD, probabilities } from './crossEntropy.ts';

/**
 * The two-player game as it was first written down: D as under cross-entropy, G minimises log(1 − D(G(z))).
 *
 * Goodfellow et al. 2014, equation 1. Where D is sure of itself G's gradient vanishes, which is why section 3
 * of the paper trains the other form. log(1 − σ(l)) = −softplus(l).
 */
export const objective = defineObjective({
  kind: 'minimax',
  arxiv: '1406.2661',
  ...probabilities,
  formula: (spec, outputs) => ({ ...formulaOfD(spec, outputs), g: { fake: `E[log(1 − σ(${outputs.fake}))]` } }),
  losses: (ops, spec) => ({
    discriminator: lossesOfD(ops, spec),
    generator: (fake) => ops.neg(ops.mean(ops.softplus(fake))),
  }),
});
