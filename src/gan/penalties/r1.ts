import { number } from '../../core/params.ts';
import { defineHold } from '../penalty.ts';

/**
 * ½ E‖∇D(x)‖² at the real data themselves.
 *
 * Mescheder et al. 2018, equation 9.
 */
export const hold = defineHold({
  kind: 'r1',
  arxiv: '1801.04406',
  acts: 'onLoss',
  params: { gamma: number('gradient', { default: 10, min: 0, max: 100, applies: 'live', prominent: true }) },
  weight: ({ gamma }) => gamma,
  holds: 'nearData',
  formula: '½ γ E[‖∇ₓD(x)‖²]',
  letters: ({ weight }) => ({ γ: weight }),
  points: (_, { real }) => real,
  value: ({ div, square, sum }, { gradient }) => div(sum(square(gradient)), 2 * (gradient.shape[0] as number)),
});
