/** Where steps are on the timeline. Every kept picture takes the same room, as on a strip of film. */
import { rowAt } from '../charts/cursor.ts';

export interface Axis {
  /** Of the kept pictures, rising. */
  readonly steps: readonly number[];
  /** Pictures that stand beside each other. While fewer are kept, they fill it from the left. */
  readonly cells: number;
}

const intervals = ({ steps, cells }: Axis): number => Math.max(steps.length, cells, 2) - 1;

/** From 0 to 1; between two pictures evenly by steps. */
export function placeOf(axis: Axis, step: number): number {
  const { steps } = axis;
  const row = Math.max(0, rowAt(steps, step));
  const [from, to] = [steps[row], steps[row + 1]];
  const share = from === undefined || to === undefined ? 0 : Math.max(0, step - from) / (to - from);
  return (row + share) / intervals(axis);
}

/** Of each cell the step whose picture it shows; undefined where there is none yet. */
export const cellSteps = (axis: Axis): readonly (number | undefined)[] =>
  Array.from({ length: axis.cells }, (_, cell) => {
    const place = cell / Math.max(1, axis.cells - 1);
    return axis.steps[Math.round(place * intervals(axis))];
  });

/** Where one can stop: at every picture, and between them where something happened. Rising; the last is the newest. */
export function stopsOf(steps: readonly number[], events: readonly { readonly step: number }[]): readonly number[] {
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  const between = events.map(({ step }) => step).filter((step) => step > first && step < last);
  return [...new Set([...steps, ...between])].sort((a, b) => a - b);
}

/** A stop as what is looked at: the newest is where the training is. */
const lookAt = (stops: readonly number[], index: number): number | null =>
  index >= stops.length - 1 ? null : (stops[Math.max(0, index)] ?? null);

/** The stop that is nearest to a place; null for the newest. */
export function stopAt(axis: Axis, stops: readonly number[], place: number): number | null {
  let [nearest, least] = [stops.length - 1, Number.POSITIVE_INFINITY];
  for (const [i, step] of stops.entries()) {
    const distance = Math.abs(placeOf(axis, step) - place);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return lookAt(stops, nearest);
}

/** The next picture to be played; null when the newest is reached. */
export const nextStep = (steps: readonly number[], at: number): number | null => lookAt(steps, rowAt(steps, at) + 1);

/**
 * Where a key leads: a stop, null for the newest; undefined if it is not one of its keys.
 *
 * @param at null at the newest
 */
export function keyStep(key: string, stops: readonly number[], at: number | null): number | null | undefined {
  const last = stops.length - 1;
  const row = at === null ? last : rowAt(stops, at);
  const isBetween = at !== null && stops[row] !== at;
  const page = Math.max(1, Math.round(stops.length / 10));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return lookAt(stops, isBetween ? row : row - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return lookAt(stops, row + 1);
    case 'PageDown':
      return lookAt(stops, row - page);
    case 'PageUp':
      return lookAt(stops, row + page);
    case 'Home':
      return lookAt(stops, 0);
    case 'End':
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
