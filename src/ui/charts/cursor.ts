import type { History } from '../../core/history.ts';
import type { ScalarName } from '../../core/scalars.ts';

/** What was measured, and after which step. */
export interface Reading {
  readonly step: number;
  readonly value: number;
}

/** The last of the rising `steps` that is not beyond `step`; −1 if all are. */
export function rowAt(steps: ArrayLike<number>, step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] as number) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * A single measured value, never a mean: the last one at or before `step`. Not every step measures everything; null
 * where nothing was measured so far.
 */
export function readingAt(history: History, name: ScalarName, step: number): Reading | null {
  const steps = history.steps();
  const column = history.column(name);
  for (let row = rowAt(steps, step); row >= 0; row--) {
    const value = column[row] as number;
    if (!Number.isNaN(value)) return { step: steps[row] as number, value };
  }
  return null;
}

/** How far a key moves the cursor, in hundredths of the axis; null for one that does not. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Where a key takes the cursor; undefined if it is not one of its keys.
 *
 * @param cursor null while there is none: then it begins at the newest step
 */
export function moved(key: string, cursor: number | null, lastStep: number): number | null | undefined {
  if (key === 'Escape') return null;
  const move = MOVES[key];
  if (move === undefined) return undefined;
  const stride = Math.max(1, Math.round(lastStep / 100));
  return Math.min(lastStep, Math.max(0, (cursor ?? lastStep) + move * stride));
}
