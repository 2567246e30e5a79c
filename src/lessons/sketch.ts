/** A curve that somebody expects, and the one that came: pure functions over values at places evenly apart. */
import type { ScalarName } from '../core/scalars.ts';
import type { ScalarHistory } from '../diagnosis/rule.ts';

/** Where a curve is known: at the first step, at the last, and evenly between them. */
export const PLACES = 25;
const LAST = PLACES - 1;

/** By keys a curve is bent at every fourth place. */
const BETWEEN_HANDLES = 4;
export const HANDLES: readonly number[] = Array.from(
  { length: LAST / BETWEEN_HANDLES + 1 },
  (_, i) => i * BETWEEN_HANDLES,
);

/** A value for each place, in the scalar's own unit. */
export type Curve = readonly number[];
/** While it is drawn; null where nothing was drawn yet. */
export type Draft = readonly (number | null)[];

export const NOTHING_DRAWN: Draft = Array.from({ length: PLACES }, () => null);

export const isCurve = (value: unknown): value is Curve =>
  Array.isArray(value) && value.length === PLACES && value.every((one) => Number.isFinite(one));

/** Where a pen is: the place as any number from 0 to `PLACES` − 1, and a value. */
export interface Pen {
  readonly at: number;
  readonly value: number;
}

/** What a stroke from one point to another leaves: each place that it passes, and the one nearest to its end. */
export function drawnInto(draft: Draft, from: Pen, to: Pen): Draft {
  const low = Math.min(from.at, to.at);
  const high = Math.max(from.at, to.at);
  const end = Math.round(to.at);
  return draft.map((before, place) => {
    if (place === end) return to.value;
    if (place < low || place > high) return before;
    return from.value + ((place - from.at) / (to.at - from.at)) * (to.value - from.value);
  });
}

/** A whole curve: straight over what is missing, and level beyond both ends. Null where there is nothing. */
export function filled(draft: Draft): Curve | null {
  const known = draft.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
  const [first] = known;
  if (!first) return null;
  return draft.map((value, place) => {
    if (value !== null) return value;
    const before = known.findLast((one) => one.place < place);
    const after = known.find((one) => one.place > place);
    if (!before || !after) return (before ?? after ?? first).value;
    return before.value + ((place - before.place) / (after.place - before.place)) * (after.value - before.value);
  });
}

/** With another value at one of the handles; straight from there to those beside it. */
export function bent(curve: Curve, handle: number, value: number): Curve {
  const draft: (number | null)[] = curve.map((before, place) =>
    Math.abs(place - handle) < BETWEEN_HANDLES ? null : before,
  );
  draft[handle] = value;
  return filled(draft) ?? curve;
}

/** The step of a place. */
export const stepAt = (place: number, from: number, until: number): number =>
  Math.round(from + (place / LAST) * (until - from));

/**
 * What was measured between two steps: for each place the mean of what lies nearest to it. Null where nothing was
 * measured.
 */
export function courseOf(history: ScalarHistory, name: ScalarName, from: number, until: number): Curve | null {
  const sums = Array.from({ length: PLACES }, () => ({ sum: 0, count: 0 }));
  const column = history.column(name);
  for (const [row, step] of history.steps().entries()) {
    const value = column[row] as number;
    const place = sums[Math.round(((step - from) / (until - from)) * LAST)];
    if (!place || !Number.isFinite(value)) continue;
    place.sum += value;
    place.count += 1;
  }
  return filled(sums.map(({ sum, count }) => (count > 0 ? sum / count : null)));
}

export type Shape = 'rises' | 'falls' | 'level' | 'peaks' | 'dips';

/** So many places at an end count as the end. */
const END = 3;
/** A change by less than this share of the axis is none. */
const CLEAR = 0.1;
/** So much higher, or lower, than both ends the middle has to be. */
const HUMP = 0.15;

const mean = (values: Curve): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How a curve goes, as one would say it.
 *
 * @param span length of the axis on which it is seen, above 0
 */
export function shapeOf(curve: Curve, span: number): Shape {
  const [first, last] = [mean(curve.slice(0, END)), mean(curve.slice(-END))];
  const middle = curve.slice(END, -END);
  if (Math.max(...middle) > Math.max(first, last) + HUMP * span) return 'peaks';
  if (Math.min(...middle) < Math.min(first, last) - HUMP * span) return 'dips';
  if (Math.abs(last - first) < CLEAR * span) return 'level';
  return last > first ? 'rises' : 'falls';
}

/** How far two curves are apart on average, as a share of the axis. */
export const apartOf = (one: Curve, other: Curve, span: number): number =>
  mean(one.map((value, place) => Math.abs(value - (other[place] as number)))) / span;
