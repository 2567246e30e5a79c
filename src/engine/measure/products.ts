import { type LayerDescription, type NetworkDescription, sizeOf } from '../../core/network.ts';

/** Multiply-adds for one example; taps that fall outside a padded image are counted, as the kernels compute them. */
export function productsOf({ spec, input, output }: LayerDescription): number {
  switch (spec.kind) {
    case 'dense':
      return sizeOf(input) * spec.units;
    case 'conv':
      return sizeOf(output) * spec.kernel ** 2 * (input.at(-1) as number);
    case 'convTranspose':
      return sizeOf(input) * spec.kernel ** 2 * spec.filters;
    case 'maxout':
      return sizeOf(input) * spec.units * spec.pieces;
    default:
      return 0;
  }
}

/** Multiply-adds between two looks at what else there is to do: about five milliseconds of two processor cores. */
const SLICE = 1.5e8;
const MOST = 100;

/**
 * How many examples may go through a network in one piece, from 1 to 100. By its size alone, so that the same examples
 * always go together.
 */
export function pieceOf({ layers }: NetworkDescription): number {
  const products = layers.reduce((sum, layer) => sum + productsOf(layer), 0);
  return Math.max(1, Math.min(MOST, Math.floor(SLICE / Math.max(1, products))));
}
