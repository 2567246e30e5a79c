import { readArguments, UsageError } from '../options.ts';

export interface BenchOptions {
  /** Where to write all figures as JSON. */
  readonly json: string | null;
  /** Small networks and few steps, under 30 seconds. */
  readonly quick: boolean;
  /** Whether to write docs/benchmark.md. */
  readonly report: boolean;
  /** Whether GPU interfaces that are emulated on the CPU take part. */
  readonly software: boolean;
  /** Whether only a GPU without a browser is measured. */
  readonly gpu: boolean;
}

/** @throws UsageError that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = readArguments(
    {
      command: 'npm run bench',
      about: 'Times a training step on everything that can take one here: our CPU backend, stock tfjs, PyTorch, a GPU.',
      options: {
        json: { takes: 'FILE', says: 'writes all figures there' },
        quick: { says: 'narrow networks and one batch size, under 30 seconds' },
        report: { says: 'writes docs/benchmark.md' },
        software: { says: 'also measures GPU interfaces that are emulated on the CPU' },
        gpu: { says: 'only tfjs’s WebGPU backend under Node, and whether it computes what the CPU backend computes' },
      },
    },
    args,
  );
  const { json = null, quick = false, report = false, software = false, gpu = false } = values;
  // Figures of the quick version would pass for the real ones.
  if (quick && report) throw new UsageError('--report needs the whole benchmark, not --quick.');
  if (gpu && (quick || report || json !== null)) throw new UsageError('--gpu goes with --software alone.');
  return { json, quick, report, software, gpu };
}
