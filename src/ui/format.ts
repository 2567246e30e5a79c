import { formatsNow } from '../i18n/index.ts';

/** 1234 → “1,234”. */
export const formatWhole = (value: number): string => formatsNow().whole(value);

/** About three digits: 0.0312, 1.24, 153, 1.2e+5. */
export const formatShort = (value: number | null): string => formatsNow().short(value);

/** Axis labels: as short as can be. */
export const formatTick = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
};

/** 0.000123 → “1.23e-4”, 0.3 → “0.3”: what a person would type into a field. */
export const formatExact = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.001 ? value.toExponential().replace('e-0', 'e-') : String(value);

/** The smallest of 1, 2 or 5 times a power of ten that goes into `span` no more than `atMost` times. */
function roundUnit(span: number, atMost: number): number {
  const rough = span / atMost;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
}

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
