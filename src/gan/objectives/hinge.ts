import { defineObjective } from '../objective.ts';

/**
 * Hinge: D is pushed above 1 on real and below −1 on generated examples and no further; G raises D's output.
 *
 * Lim and Ye 2017 (Geometric GAN), and Miyato et al. 2018, equations 16 and 17.
 */
export const objective = defineObjective({
  kind: 'hinge',
  arxiv: '1705.02894',
  params: {},
  spec: () => ({}),
  scoreKind: 'raw',
  scale: () => ({ real: 1, fake: -1, lossBlind: 2, lossLeast: 0 }),
  formula: (_, { real, fake }) => ({
    d: { real: `E[max(0, 1 − ${real})]`, fake: `E[max(0, 1 + ${fake})]` },
    g: { fake: `−E[${fake}]` },
  }),
  losses: ({ add, mean, neg, relu, sub }) => ({
    discriminator: (real, fake) => ({ real: mean(relu(sub(1, real))), fake: mean(relu(add(fake, 1))) }),
    generator: (fake) => neg(mean(fake)),
  }),
});
