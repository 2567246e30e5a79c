import type { IntegerParam, NumberParam } from '../../core/params.ts';

type NumericParam = NumberParam | IntegerParam;

/** A slider has positions 0 … POSITIONS, whatever the parameter's range and scale. */
export const POSITIONS = 240;

/** Where a value sits on the slider. */
export function positionOf({ min, max, scale }: NumericParam, value: number): number {
  const share = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.round(share * POSITIONS);
}

/** The value at a position, rounded to what a person would choose; the ends are the range's own. */
export function valueAt(spec: NumericParam, position: number): number {
  const { kind, min, max, scale } = spec;
  if (position <= 0) return min;
  if (position >= POSITIONS) return max;
  const share = position / POSITIONS;
  const value =
    scale === 'log' ? min * (max / min) ** share : roundToUnit(min + (max - min) * share, (max - min) / POSITIONS);
  const rounded = kind === 'integer' ? Math.round(value) : Number(value.toPrecision(scale === 'log' ? 2 : 6));
  return Math.min(max, Math.max(min, rounded));
}

/** To a multiple of the largest 1, 2 or 5 times a power of ten that is no coarser than the slider's grain. */
function roundToUnit(value: number, grain: number): number {
  const power = 10 ** Math.floor(Math.log10(grain));
  const unit = power * ([5, 2, 1].find((times) => times * power <= grain) ?? 1);
  return Math.round(value / unit) * unit;
}

/**
 * The value that a slider at `position` asks for, coming from `value`. Where the range is short, neighbouring
 * positions share a value; moving by one, as an arrow key does, then goes on to the next one that differs.
 */
export function nextValue(spec: NumericParam, value: number, position: number): number {
  const by = position - positionOf(spec, value);
  if (by === 0) return value;
  let next = position;
  if (Math.abs(by) === 1) {
    while (next > 0 && next < POSITIONS && valueAt(spec, next) === value) next += by;
  }
  return valueAt(spec, next);
}
