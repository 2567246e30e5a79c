import { number } from '../../core/params.ts';
import { defineHold } from '../penalty.ts';

/**
 * Cuts every weight off at ±c, so that the critic's slope has a bound.
 *
 * Arjovsky et al. 2017, algorithm 1, line 7.
 */
export const hold = defineHold({
  kind: 'clip',
  arxiv: '1701.07875',
  acts: 'onWeights',
  params: {
    clip: number('gradient', { default: 0.01, min: 1e-3, max: 1, scale: 'log', applies: 'live', prominent: true }),
  },
  bound: ({ clip }) => clip,
  holds: 'everywhere',
  constrained: ({ clip }, weight, { bound }) => clip(weight, -bound, bound),
});
