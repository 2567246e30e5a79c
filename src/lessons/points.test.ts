import { describe, expect, it } from 'vitest';
import type { PlaneView } from '../core/views.ts';
import { betweenOf, clustersFound, coverageOf, followingOf, precisionOf } from './points.ts';

/** Four clusters of ten points each, at the corners of a square. */
const CORNERS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;
const at = (corners: readonly (readonly [number, number])[]): Float32Array<ArrayBuffer> =>
  Float32Array.from(corners.flatMap(([x, y]) => Array.from({ length: 10 }, (_, i) => [x + i / 1000, y]).flat()));

const view = (generated: Float32Array<ArrayBuffer>): PlaneView => ({
  kind: 'plane',
  step: 0,
  side: 2,
  extent: 2,
  values: new Float32Array(4),
  middle: 0,
  real: at(CORNERS),
  generated,
});

describe('clusters', () => {
  it('are found where points lie', () => {
    expect(clustersFound(view(at(CORNERS)))).toBe(4);
    expect(clustersFound(view(at(CORNERS.slice(0, 2))))).toBe(2);
    expect(clustersFound(view(at([[0, 0]])))).toBe(0);
  });

  it('are not found by a stray point', () => {
    const strayed = Float32Array.of(...Array.from({ length: 39 }, () => CORNERS[0]).flat(), ...CORNERS[3]);
    expect(clustersFound(view(strayed))).toBe(1);
  });
});

it('a share of G’s points lies among data, and a share of the data has some nearby', () => {
  const half = view(at([CORNERS[0], [0, 0]]));
  expect(precisionOf(half)).toBe(0.5);
  expect(coverageOf(half)).toBe(0.25);
  expect(betweenOf(half)).toBe(0.5);
});

it('D knows where the data lie if it finds them more real than the places between', () => {
  const side = 64;
  const drawn = (value: (x: number, y: number) => number): PlaneView => ({
    ...view(at(CORNERS)),
    side,
    values: Float32Array.from({ length: side * side }, (_, i) =>
      value((4 * ((i % side) + 0.5)) / side - 2, (4 * (Math.floor(i / side) + 0.5)) / side - 2),
    ),
  });
  const nearest = (x: number, y: number): number => Math.min(...CORNERS.map(([a, b]) => Math.hypot(a - x, b - y)));
  expect(followingOf(drawn((x, y) => -nearest(x, y)))).toBeCloseTo(1, 1);
  expect(followingOf(drawn((x, y) => nearest(x, y)))).toBeCloseTo(0, 1);
  expect(followingOf(drawn(() => 3))).toBe(0.5);
  expect(followingOf(drawn((x) => x))).toBeCloseTo(0.5, 1);
});
