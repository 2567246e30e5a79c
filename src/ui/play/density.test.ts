import { describe, expect, it } from 'vitest';
import { MOST_POINTS, pointsProblem } from '../../core/ownPoints.ts';
import { CELLS, countOf, type DensityBrush, nothing, paintDensity, pointsOf, stroked } from './density.ts';

const BRUSH: DensityBrush = { radius: 3, erases: false };
const RUBBER: DensityBrush = { radius: 3, erases: true };
const MIDDLE = { x: CELLS / 2, y: CELLS / 2 };
const touched = stroked(nothing(), MIDDLE, MIDDLE, BRUSH);

/** Mean and standard deviation of each coordinate. */
function spreadOf(points: Float32Array) {
  const of = (first: number) => {
    const values = [...points].filter((_, i) => i % 2 === first);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
  };
  return { x: of(0), y: of(1) };
}

describe('a brush', () => {
  it('leaves the more points the longer it stays', () => {
    expect(countOf(nothing())).toBe(0);
    expect(countOf(touched)).toBe(60);
    expect(countOf(stroked(touched, MIDDLE, MIDDLE, BRUSH))).toBe(120);
  });

  it('leaves as many on its way as its way is long, however quick it was', () => {
    const end = { x: MIDDLE.x + 30, y: MIDDLE.y };
    const atOnce = stroked(nothing(), MIDDLE, end, BRUSH);
    expect(countOf(atOnce)).toBe(21 * 60);
    // No gaps: each cell on the way has some.
    for (let x = 0; x <= 30; x++) expect(atOnce[MIDDLE.y * CELLS + MIDDLE.x + x]).toBeGreaterThan(2);
  });

  it('paints nothing outside the square', () => {
    const corner = stroked(nothing(), { x: 0, y: 0 }, { x: 0, y: 0 }, BRUSH);
    expect(countOf(corner)).toBe(60);
    expect(Math.max(...pointsOf(corner, 2).map(Math.abs))).toBeLessThanOrEqual(2);
  });

  it('stops when there are as many as are taken', () => {
    const nearly = nothing().fill((MOST_POINTS - 30) / CELLS ** 2);
    const full = stroked(nearly, MIDDLE, { x: 0, y: 0 }, BRUSH);
    expect(countOf(full)).toBe(MOST_POINTS);
    expect(pointsProblem(pointsOf(full, 2))).toBeNull();
  });

  it('takes away what is under it, and nothing elsewhere', () => {
    const both = stroked(touched, { x: 10, y: 10 }, { x: 10, y: 10 }, BRUSH);
    let erased = both;
    for (let i = 0; i < 40; i++) erased = stroked(erased, MIDDLE, MIDDLE, RUBBER);
    expect(countOf(erased)).toBe(60);
    expect(erased[10 * CELLS + 10]).toBeCloseTo(both[10 * CELLS + 10] as number, 3);
  });
});

describe('the points', () => {
  const much = stroked(nothing(), MIDDLE, { x: MIDDLE.x + 1e-3, y: MIDDLE.y }, BRUSH).map((value) => 100 * value);

  it('are spread as they were painted', () => {
    const points = pointsOf(much, 2);
    expect(points.length).toBe(2 * countOf(much));
    const { x, y } = spreadOf(points);
    // Three cells of 96 across four units.
    for (const { mean, deviation } of [x, y]) {
      expect(Math.abs(mean)).toBeLessThan(0.01);
      expect(Math.abs(deviation - 0.125)).toBeLessThan(0.005);
    }
  });

  it('lie where they were painted: right is right, and up is up', () => {
    const at = { x: CELLS * 0.75, y: CELLS * 0.25 };
    const { x, y } = spreadOf(pointsOf(stroked(nothing(), at, at, BRUSH), 2));
    expect(x.mean).toBeCloseTo(1, 1);
    expect(y.mean).toBeCloseTo(1, 1);
  });

  it('are the same of the same painting, and mixed', () => {
    const points = pointsOf(much, 2);
    expect(pointsOf(much, 2)).toEqual(points);
    const { x, y } = spreadOf(points.slice(0, points.length / 4));
    expect(Math.abs(x.mean) + Math.abs(y.mean)).toBeLessThan(0.03);
  });
});

it('the denser, the darker', () => {
  const pixels = new Uint8ClampedArray(4 * CELLS ** 2);
  const some = nothing();
  some.set([0, 4, 400]);
  paintDensity(some, pixels);
  expect([3, 7, 11].map((at) => pixels[at])).toEqual([0, 128, 255]);
});
