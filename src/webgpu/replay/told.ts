import { floatsOfAdam, type Told } from '../../core/kernels.ts';
import type { StreamState } from '../../core/random.ts';

/** Key and block: the block's number has two halves. */
const wordsOf = ({ key0, key1, block }: StreamState): readonly number[] => [
  key0,
  key1,
  block,
  Math.floor(block / 2 ** 32),
];

/** Writes what a kernel is told where it reads it: see change.ts. */
export function tell(told: Told, words: Uint32Array, floats: Float32Array): void {
  switch (told.kind) {
    case 'adam':
      floats.set(floatsOfAdam(told.update));
      return;
    case 'share':
      floats[0] = told.share;
      return;
    case 'mask':
      // Uniform numbers are multiples of 2⁻²⁴: below the rate are those whose multiple is below this.
      words.set([...wordsOf(told.state), Math.ceil(told.rate * 2 ** 24)]);
      floats[5] = 1 / (1 - told.rate);
      return;
    case 'stream':
      words.set(wordsOf(told.state));
      return;
    default:
      told satisfies never;
  }
}
