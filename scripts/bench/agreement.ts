/** Whether two contenders that start from the same seed measure the same in their first steps. */
import type { BenchCase, Contender } from './protocol.ts';

const STEPS = 3;

export interface Difference {
  readonly step: number;
  readonly scalar: string;
  readonly expected: number;
  readonly found: number;
  /** |found − expected| / max(|expected|, 1e-3): a loss near zero has no meaningful relative error. */
  readonly relative: number;
}

export function differencesOf(
  step: number,
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): Difference[] {
  return Object.entries(expected).map(([scalar, value]) => {
    const other = found[scalar] ?? Number.NaN;
    const relative = Math.abs(other - value) / Math.max(Math.abs(value), 1e-3);
    // What is missing or not finite differs from everything.
    return { step, scalar, expected: value, found: other, relative: Number.isNaN(relative) ? Infinity : relative };
  });
}

/** The largest difference between all losses, scores and gradient norms of the first steps. */
export async function worstDifference(
  reference: Contender,
  other: Contender,
  benchCase: BenchCase,
): Promise<Difference> {
  const differences: Difference[] = [];
  for (const contender of [reference, other]) await contender.ask({ ask: 'open', ...benchCase });
  for (let step = 0; step < STEPS; step++) {
    const request = { ask: 'steps', from: step, count: 1 } as const;
    const expected = await reference.ask(request);
    const found = await other.ask(request);
    differences.push(...differencesOf(step, expected.scalars, found.scalars));
  }
  for (const contender of [reference, other]) await contender.ask({ ask: 'close' });
  return differences.reduce((worst, each) => (each.relative > worst.relative ? each : worst));
}
