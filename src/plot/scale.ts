import { enclosing, valueTicks } from './ticks.ts';
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

/** 1, 2 and 5 times the powers of ten are marked up to this ratio of the ends; beyond it, the powers alone. */
const FINE = 40;
/** What is smaller than the largest by more than this is cut off at the edge: nobody asks for the 300th power. */
const MOST = 1e6;

/** Powers of ten at equal distances: between positive ends alone, or on both sides of zero, for losses may be negative. */
export function logScale({ low, high }: ValueRange): ValueScale {
  if (low > 0) return positiveLogScale(Math.max(low, high / MOST), high);
  return low === 0 && high === 0 ? linearScale(valueTicks(0, 0)) : symmetricLogScale(low, high);
}

function positiveLogScale(low: number, high: number): ValueScale {
  const isFine = high / low <= FINE;
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.ceil(Math.log10(high) - 1e-9);
  const powers = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const marks = isFine ? powers.flatMap((power) => [power, 2 * power, 5 * power]) : powers;
  const first = marks.findLast((mark) => mark <= low * (1 + 1e-9)) ?? (marks[0] as number);
  const last = marks.find((mark) => mark > first && mark >= high * (1 - 1e-9)) ?? 2 * first;
  const ticks = [...marks.filter((mark) => mark >= first && mark < last), last];
  return {
    kind: 'log',
    ticks,
    place: (value) => (value > 0 ? between(Math.log(first), Math.log(last), Math.log(value)) : -1),
  };
}

/** So many powers of ten are told apart on either side of zero. */
const DECADES = 3;

/** Within a thousandth of the largest value, where powers would never end, it is linear. */
function symmetricLogScale(low: number, high: number): ValueScale {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  const largest = Math.max(-bottom, top);
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

/** Everything that several charts of the same quantity have to show. @param ranges at least one */
export const union = (ranges: readonly ValueRange[]): ValueRange => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
});
