import { defineHold, distanceFromTarget, k, lambda, lambdaAndK } from '../penalty.ts';

/**
 * E(‖∇ₓD(x + δ)‖₂ − k)², near the real data.
 *
 * Kodali et al. 2017, section 2.4.
 */
export const hold = defineHold({
  kind: 'dragan',
  arxiv: '1705.07215',
  acts: 'onLoss',
  params: { lambda, k },
  weight: ({ lambda }) => lambda,
  holds: 'nearData',
  tracesAtData: true,
  formula: 'λ E[(‖∇ₓD(x + δ)‖ − k)²]',
  letters: lambdaAndK,
  points: (_, { near }) => near(),
  value: distanceFromTarget,
});
