import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Where to write all figures as JSON. */
  readonly json: string | null;
  /** Small networks and few steps, under 30 seconds. */
  readonly quick: boolean;
  /** Whether to write docs/benchmark.md. */
  readonly report: boolean;
  /** Whether GPU interfaces that are emulated on the CPU take part. */
  readonly software: boolean;
}

export const USAGE = `[--json FILE] [--quick] [--report] [--software]

  --json FILE   writes all figures there
  --quick       narrow networks and one batch size, under 30 seconds
  --report      writes the Markdown report
  --software    also measures GPU interfaces that are emulated on the CPU
`;

/** @throws Error that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): BenchOptions {
  const toggle = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'string' }, quick: toggle, report: toggle, software: toggle },
  });
  const { json = null, quick, report, software } = values;
  // Figures of the quick version would pass for the real ones.
  if (quick && report) throw new Error('--report needs the whole benchmark, not --quick.');
  return { json, quick, report, software };
}
