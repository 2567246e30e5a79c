import { formatsNow } from '../i18n/index.ts';
import { formatTicks as ticksIn } from '../plot/ticks.ts';

/** 1234 → “1,234”. */
export const formatWhole = (value: number): string => formatsNow().whole(value);

/** About three digits: 0.0312, 1.24, 153, 1.2e+5. */
export const formatShort = (value: number | null): string => formatsNow().short(value);

/** 0.000123 → “1.23e-4”, 0.3 → “0.3”: what a person would type into a field. */
export const formatExact = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.001 ? value.toExponential().replace('e-0', 'e-') : String(value);

/** The marks of one axis, at equal distances, all in one style. */
export const formatTicks = (ticks: readonly number[]): string[] => ticksIn(ticks, formatsNow());
