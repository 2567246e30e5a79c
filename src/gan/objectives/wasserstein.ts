import { defineObjective } from '../objective.ts';

/**
 * The critic's estimate of the Wasserstein distance, E D(x) − E D(G(z)), which it raises and G lowers.
 *
 * Arjovsky et al. 2017, equation 2 and algorithm 1. An estimate only while the critic's slope is kept in bounds.
 */
export const objective = defineObjective({
  kind: 'wasserstein',
  arxiv: '1701.07875',
  params: {},
  spec: () => ({}),
  scoreKind: 'raw',
  needsHold: true,
  scale: () => null,
  formula: (_, { real, fake }) => ({ d: { fake: `E[${fake}]`, real: `−E[${real}]` }, g: { fake: `−E[${fake}]` } }),
  losses: ({ mean, neg }) => ({
    discriminator: (real, fake) => ({ real: neg(mean(real)), fake: mean(fake) }),
    generator: (fake) => neg(mean(fake)),
  }),
});
