import { defineHold, distanceFromTarget, k, lambda, lambdaAndK } from '../penalty.ts';

/**
 * E(‖∇D(x̂)‖₂ − k)² on straight lines between real and generated examples: x̂ = εx + (1 − ε)G(z), with one
 * ε ~ U(0, 1) for each pair.
 *
 * Gulrajani et al. 2017, equation 3 and algorithm 1, where k = 1.
 */
export const hold = defineHold({
  kind: 'wganGp',
  arxiv: '1704.00028',
  acts: 'onLoss',
  params: { lambda, k },
  weight: ({ lambda }) => lambda,
  holds: 'everywhere',
  // Lines between examples of different classes would belong to no class.
  sameClasses: true,
  formula: 'λ E[(‖∇ₓD(εx + (1 − ε)G(z))‖ − k)²]',
  letters: lambdaAndK,
  points({ add, mul, sub }, { real, fake, shares }) {
    const share = shares();
    return add(mul(real, share), mul(fake, sub(1, share)));
  },
  value: distanceFromTarget,
});
