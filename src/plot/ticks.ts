/** Where the marks of an axis are, and how they are written. */
import type { Formats } from '../i18n/format.ts';

/** The smallest of 1, 2 or 5 times a power of ten that goes into `span` no more than `atMost` times. */
function roundUnit(span: number, atMost: number): number {
  const rough = span / atMost;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
}

/** The smallest of 1, 2 or 5 times a power of ten that is at least `value`, which is above 0. */
export const enclosing = (value: number): number => roundUnit(value, 1);

/** Marks for an axis of steps, from 0 to `last`. */
export function stepTicks(last: number): number[] {
  if (last < 1) return [0];
  const unit = Math.max(1, roundUnit(last, 5));
  return Array.from({ length: Math.floor(last / unit) + 1 }, (_, i) => i * unit);
}

/** Marks for an axis of values. The outermost enclose all values, and zero: a loss is judged by its size. */
export function valueTicks(low: number, high: number): number[] {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  if (bottom === top) return [0, 1];
  const unit = roundUnit(top - bottom, 4);
  const [first, last] = [Math.floor(bottom / unit), Math.ceil(top / unit)];
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * unit);
}

/** Axis labels: as short as can be. */
export const formatTick = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
};

/** So many thousands, or millions, are written as one. */
const SCALES = [
  { from: 1e6, unit: 1e6, suffix: 'M' },
  { from: 1e4, unit: 1e3, suffix: 'k' },
  { from: 0, unit: 1, suffix: '' },
] as const;

/** Decimals that `distance` needs to be told exactly. */
function decimalsOf(distance: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = distance * 10 ** decimals;
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}

/** The marks of one axis, at equal distances, all in one style: the same decimals, the same thousands. */
export function formatTicks(ticks: readonly number[], { whole, fixed }: Pick<Formats, 'whole' | 'fixed'>): string[] {
  const largest = Math.max(...ticks.map(Math.abs));
  const distance = ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : 1;
  const { unit, suffix } = SCALES.find(({ from }) => largest >= from) ?? SCALES[2];
  const decimals = decimalsOf(distance / unit);
  if (decimals === 6) return ticks.map((tick) => (tick === 0 ? '0' : tick.toExponential(0)));
  const text = (value: number): string =>
    decimals === 0 ? whole(value) : decimals > 3 ? value.toFixed(decimals) : fixed(value, decimals);
  return ticks.map((tick) => (tick === 0 && suffix ? '0' : `${text(tick / unit)}${suffix}`));
}
