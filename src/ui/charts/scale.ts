import { enclosing, valueTicks } from '../format.ts';
import type { ValueRange } from './valueRange.ts';

/** How values are laid out along an axis. */
export interface ValueScale {
  readonly kind: 'linear' | 'log';
  /** From end to end. */
  readonly ticks: readonly number[];
  /** 0 at the lower end of the axis, 1 at the upper; beyond them for values that lie beyond. */
  place(value: number): number;
}

const between = (low: number, high: number, value: number): number => (value - low) / (high - low);

/** @param ticks at least two, rising */
export function linearScale(ticks: readonly number[]): ValueScale {
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  return { kind: 'linear', ticks, place: (value) => between(low, high, value) };
}

/** So many powers of ten are told apart on either side of zero. */
const DECADES = 3;

/**
 * Powers of ten at equal distances, on both sides of zero: losses may be negative. Within a thousandth of the largest
 * value, where that would never end, it is linear.
 */
export function logScale({ low, high }: ValueRange): ValueScale {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  const largest = Math.max(-bottom, top);
  if (largest === 0) return linearScale(valueTicks(0, 0));
  const unit = 10 ** (Math.ceil(Math.log10(largest) - 1e-9) - DECADES);
  const powerOf = (value: number): number => Math.sign(value) * Math.log10(1 + Math.abs(value) / unit);
  const side = (end: number): number[] => {
    // Less than can be seen.
    if (end < unit * 1e-6) return [];
    const last = enclosing(end);
    const powers = Array.from({ length: DECADES - 1 }, (_, i) => unit * 10 ** (i + 1));
    // Two marks that are closer than a factor of two would be written over each other.
    return [...powers.filter((power) => power * 2 <= last), last];
  };
  const ticks = [
    ...side(-bottom)
      .map((value) => -value)
      .reverse(),
    0,
    ...side(top),
  ];
  const [first, last] = [powerOf(ticks[0] as number), powerOf(ticks.at(-1) as number)];
  return { kind: 'log', ticks, place: (value) => between(first, last, powerOf(value)) };
}

/** Everything that several charts of the same quantity have to show. */
export const union = (ranges: readonly ValueRange[]): ValueRange => ({
  low: Math.min(0, ...ranges.map(({ low }) => low)),
  high: Math.max(0, ...ranges.map(({ high }) => high)),
});
