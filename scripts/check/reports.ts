/** Reads how many tests passed out of the test runners' own JSON reports. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed, how many did so at the second attempt only. */
  readonly unsteady: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };

/** The parts of Vitest's report that are read. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export function readVitest(json: string): Counts {
  const report = JSON.parse(json) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    unsteady: 0,
  };
}

/** The parts of Playwright's report that are read. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

export function readPlaywright(json: string): Counts {
  const { expected, unexpected, flaky, skipped } = (JSON.parse(json) as PlaywrightReport).stats;
  return { passed: expected + flaky, failed: unexpected, skipped, unsteady: flaky };
}

/**
 * What a suite's run comes to. A runner that crashed, wrote no report or found no test has failed, whatever
 * it counted.
 *
 * @param report The text of its report, or null if there is none.
 */
export function judge(status: number, report: string | null, read: (json: string) => Counts): Counts {
  let counts = NOTHING;
  try {
    if (report !== null) counts = read(report);
  } catch {
    // A report that was cut off counts nothing, which is a failure.
  }
  const { passed, failed } = counts;
  const broken = failed === 0 && (status !== 0 || passed === 0);
  return broken ? { ...counts, failed: 1 } : counts;
}

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      unsteady: total.unsteady + counts.unsteady,
    }),
    NOTHING,
  );

/** The line that closes a run: `12 passed, 0 failed`. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
