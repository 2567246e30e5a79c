import { parseArgs } from 'node:util';
import { UsageError, wholeNumber } from '../train/options.ts';
import { DEFAULT_SAMPLES } from './evaluator.ts';

export const USAGE = `Usage: npm run evaluate -- --checkpoint FILE [options]
       npm run evaluate -- --real [options]

  --checkpoint FILE   as npm run train --out writes it
  --real              official test digits in place of generated ones, for reference
  --samples N         on each side, from 20 to 4000; ${DEFAULT_SAMPLES} by default
  --seed N            decides which samples; 1 by default
`;

const LEAST = 20;
/** Distances of all pairs are kept: 4,000 examples take 640 MB. */
const MOST = 4000;

export interface EvaluateOptions {
  /** Null: real test digits. */
  readonly checkpoint: string | null;
  readonly samples: number;
  readonly seed: number;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { checkpoint: text, samples: text, seed: text, real: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options });
  } catch (thrown) {
    throw new UsageError((thrown as Error).message);
  }
}

/** @throws UsageError that says what is wrong and what would be right. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const { checkpoint = null, real = false, samples = String(DEFAULT_SAMPLES), seed = '1' } = parse(args).values;
  if (real === (checkpoint !== null)) throw new UsageError('Give either --checkpoint or --real.');
  const count = wholeNumber('samples', samples, MOST);
  if (count < LEAST) throw new UsageError(`--samples must be at least ${LEAST}.`);
  return { checkpoint, samples: count, seed: wholeNumber('seed', seed, 2 ** 32 - 1) };
}
