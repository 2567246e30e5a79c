import { describe, expect, it } from 'vitest';
import { closingLine, judge, NOTHING, readPlaywright, readVitest, sum } from './reports.ts';

const vitest = (passed: number, failed: number): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, numTodoTests: 0 });

describe('judge', () => {
  it('takes the counts of a run that ended well', () => {
    expect(judge(0, vitest(3, 0), readVitest)).toEqual({ ...NOTHING, passed: 3, skipped: 1 });
  });

  it('takes the counts of a run with failures', () => {
    expect(judge(1, vitest(3, 2), readVitest)).toEqual({ ...NOTHING, passed: 3, failed: 2, skipped: 1 });
  });

  it.each([
    ['crashed after its tests passed', 1, vitest(3, 0)],
    ['found no test', 0, vitest(0, 0)],
    ['wrote no report', 0, null],
    ['wrote half a report', 0, '{"numPassed'],
  ])('fails a run that %s', (_, status, report) => {
    expect(judge(status, report, readVitest).failed).toBe(1);
  });
});

it('counts a test that passes at the second attempt, and says that it needed one', () => {
  const report = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(readPlaywright(report)).toEqual({ passed: 5, failed: 1, skipped: 2, unsteady: 1 });
});

it('adds up to one closing line', () => {
  const stage = { ...NOTHING, passed: 2, failed: 1 };
  expect(closingLine(sum([stage, stage]))).toBe('4 passed, 2 failed');
  expect(closingLine({ ...NOTHING, passed: 4, skipped: 3 })).toBe('4 passed, 0 failed, 3 skipped');
});
