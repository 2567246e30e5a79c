import { defineObjective } from '../objective.ts';

/**
 * Relativistic average: D says whether real examples are more real than generated ones are on average, and the other
 * way round; G wants both to be the other way. So G is trained on real examples too.
 *
 * Jolicoeur-Martineau 2018 (arXiv 1807.00734), section 4, with the cross-entropy (RaSGAN): with C(x) for D's output and
 * D̃(x) = σ(C(x) − E C(G(z))), D̃(G(z)) = σ(C(G(z)) − E C(x)), D minimises −E log D̃(x) − E log(1 − D̃(G(z))) and G minimises
 * −E log D̃(G(z)) − E log(1 − D̃(x)). C is known up to a constant only, so scores are D̃'s. In terms of the logits l of D̃:
 * −log σ(l) = softplus(−l) and −log(1 − σ(l)) = softplus(l).
 */
export const objective = defineObjective({
  kind: 'relativistic',
  arxiv: '1807.00734',
  params: {},
  spec: () => ({}),
  scoreKind: 'probability',
  compare: ({ mean, sub }, own, others) => sub(own, mean(others)),
  scale: () => ({ real: 1, fake: 0, lossBlind: 2 * Math.LN2, lossLeast: 0 }),
  formula(_, { real, fake }) {
    const [onReal, onFake] = [`σ(${real} − E ${fake})`, `σ(${fake} − E ${real})`];
    return {
      d: { real: `−E[log ${onReal}]`, fake: `−E[log(1 − ${onFake})]` },
      g: { fake: `−E[log ${onFake}]`, real: `−E[log(1 − ${onReal})]` },
    };
  },
  losses: ({ add, mean, neg, softplus }) => ({
    discriminator: (real, fake) => ({ real: mean(softplus(neg(real))), fake: mean(softplus(fake)) }),
    generator: (fake, real) => add(mean(softplus(neg(fake))), mean(softplus(real))),
  }),
});
