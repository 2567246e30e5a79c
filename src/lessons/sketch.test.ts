import { describe, expect, it } from 'vitest';
import { createHistory } from '../core/history.ts';
import { SCALARS } from '../core/scalars.ts';
import {
  apartOf,
  bent,
  type Curve,
  courseOf,
  drawnInto,
  filled,
  HANDLES,
  isCurve,
  NOTHING_DRAWN,
  PLACES,
  shapeOf,
  stepAt,
} from './sketch.ts';

const curve = (of: (share: number) => number): Curve =>
  Array.from({ length: PLACES }, (_, place) => of(place / (PLACES - 1)));

describe('a stroke', () => {
  it('leaves a value at each place that it passes', () => {
    const draft = drawnInto(NOTHING_DRAWN, { at: 2, value: 1 }, { at: 6, value: 3 });
    expect(draft.slice(1, 8)).toEqual([null, 1, 1.5, 2, 2.5, 3, null]);
  });

  it('is the same drawn the other way', () => {
    const there = drawnInto(NOTHING_DRAWN, { at: 2, value: 1 }, { at: 6, value: 3 });
    expect(drawnInto(NOTHING_DRAWN, { at: 6, value: 3 }, { at: 2, value: 1 })).toEqual(there);
  });

  it('leaves one where the pen is only set down', () => {
    const draft = drawnInto(NOTHING_DRAWN, { at: 4.4, value: 7 }, { at: 4.4, value: 7 });
    expect(draft.flatMap((value, place) => (value === null ? [] : [[place, value]]))).toEqual([[4, 7]]);
  });

  it('is drawn over what was there', () => {
    const draft = drawnInto(
      curve(() => 1),
      { at: 0, value: 5 },
      { at: 1, value: 5 },
    );
    expect(draft.slice(0, 3)).toEqual([5, 5, 1]);
  });
});

describe('a whole curve', () => {
  it('is straight over what is missing, and level beyond', () => {
    const draft = NOTHING_DRAWN.map((_, place) => (place === 8 ? 2 : place === 10 ? 4 : null));
    const whole = filled(draft);
    expect(whole?.slice(6, 12)).toEqual([2, 2, 2, 3, 4, 4]);
    expect(isCurve(whole)).toBe(true);
  });

  it('does not come of nothing', () => {
    expect(filled(NOTHING_DRAWN)).toBeNull();
  });

  it('is bent at a handle as far as those beside it', () => {
    const [, second = 0, third = 0] = HANDLES;
    const up = bent(
      curve(() => 0),
      second,
      4,
    );
    expect(up.slice(0, third + 2)).toEqual([0, 1, 2, 3, 4, 3, 2, 1, 0, 0]);
  });

  it('is read from elsewhere only where it is one', () => {
    expect(isCurve(curve(() => 1))).toBe(true);
    for (const other of [null, [], [1], NOTHING_DRAWN, curve(() => Number.NaN)]) expect(isCurve(other)).toBe(false);
  });
});

describe('what has happened', () => {
  /** A scalar that is its step, at every second step up to 60, from a run that went on behind that. */
  const history = createHistory();
  const steps = Float64Array.from({ length: 60 }, (_, i) => i + 1);
  const values = new Float32Array(steps.length * SCALARS.length).fill(Number.NaN);
  for (const [row, step] of steps.entries())
    if (step % 2 === 0) values[row * SCALARS.length + SCALARS.indexOf('lossG')] = step;
  history.append({ steps, values });

  it('is the mean of what lies nearest to each place, between two steps', () => {
    const course = courseOf(history, 'lossG', 0, 48);
    expect(course).toHaveLength(PLACES);
    expect(course?.[1]).toBe(2);
    expect(course?.at(-1)).toBe(48);
    const later = courseOf(history, 'lossG', 24, 48);
    expect(later?.[0]).toBe(24);
    expect(later?.at(-1)).toBe(48);
  });

  it('is nothing where nothing was measured', () => {
    expect(courseOf(history, 'lossD', 0, 48)).toBeNull();
    expect(courseOf(createHistory(), 'lossG', 0, 48)).toBeNull();
  });

  it('has its steps at the places', () => {
    expect([0, 12, 24].map((place) => stepAt(place, 100, 300))).toEqual([100, 200, 300]);
  });
});

it.each([
  ['rises', (share: number) => 10 * share],
  ['falls', (share: number) => 10 - 10 * share],
  ['level', (share: number) => 5 + 0.5 * share],
  ['peaks', (share: number) => 10 * Math.sin(Math.PI * share)],
  ['dips', (share: number) => 10 - 10 * Math.sin(Math.PI * share)],
  ['rises', (share: number) => 10 * Math.min(1, 4 * share)],
] as const)('it %s', (shape, of) => {
  expect(shapeOf(curve(of), 10)).toBe(shape);
});

it('curves are apart by the mean of their distances, of the axis', () => {
  expect(
    apartOf(
      curve(() => 2),
      curve(() => 7),
      10,
    ),
  ).toBe(0.5);
  expect(
    apartOf(
      curve((share) => share),
      curve((share) => share),
      1,
    ),
  ).toBe(0);
});
