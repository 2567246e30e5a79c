import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { DEFAULT_SAMPLES } from './evaluator.ts';

const LEAST = 20;
/** Distances of all pairs are kept: 4,000 examples take 640 MB. */
const MOST = 4000;

export interface EvaluateOptions {
  /** Null: real test digits. */
  readonly checkpoint: string | null;
  readonly samples: number;
  readonly seed: number;
}

/** @throws UsageError that says what is wrong and what would be right. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const { values } = readArguments(
    {
      command: 'npm run evaluate',
      about: 'Scores a checkpoint’s generator, or, for reference, real test digits, as JSON.',
      options: {
        checkpoint: { takes: 'FILE', says: 'as npm run train --out writes it' },
        real: { says: 'official test digits in place of generated ones, for reference' },
        samples: { takes: 'N', says: `on each side, from ${LEAST} to ${MOST}; ${DEFAULT_SAMPLES} by default` },
        seed: { takes: 'N', says: 'decides which samples; 1 by default' },
      },
    },
    args,
  );
  const { checkpoint = null, real = false, samples = String(DEFAULT_SAMPLES), seed = '1' } = values;
  if (real === (checkpoint !== null)) throw new UsageError('Give either --checkpoint FILE or --real.');
  return {
    checkpoint,
    samples: wholeNumber('samples', samples, { least: LEAST, most: MOST }),
    seed: wholeNumber('seed', seed),
  };
}
