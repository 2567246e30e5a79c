import { expect, it } from 'vitest';
import { areaOf, cellCorners, shade } from './paintManifold.ts';

/** What a map makes of the crossings of a grid over the unit square. */
const warpedBy = (lines: number, map: (x: number, y: number) => readonly [number, number]): Float32Array =>
  Float32Array.from(
    Array.from({ length: lines * lines }, (_, i) =>
      map((i % lines) / (lines - 1), Math.floor(i / lines) / (lines - 1)),
    ).flat(),
  );

const areas = (lines: number, warped: Float32Array): number[] =>
  Array.from({ length: (lines - 1) ** 2 }, (_, i) =>
    areaOf(cellCorners({ warped, lines }, Math.floor(i / (lines - 1)), i % (lines - 1))),
  );

it('areas are those that the map’s determinant says, also where it turns the plane over', () => {
  const lines = 5;
  // det = 2 · −3 = −6, and each of 16 cells is a 16th of the square.
  for (const area of areas(
    lines,
    warpedBy(lines, (x, y) => [2 * x + y, -3 * y]),
  ))
    expect(area).toBeCloseTo(6 / 16, 5);
});

it('the square of the radius is uniform where cells of a disc are all as large', () => {
  const lines = 9;
  const disc = warpedBy(lines, (u, v) => {
    const [r, angle] = [Math.sqrt(0.2 + u), v];
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
  const all = areas(lines, disc);
  for (const area of all) expect(area / (all[0] as number)).toBeCloseTo(1, 1);
});

it('the smaller a cell, the darker, between faint and full', () => {
  expect(shade(0.5, 1)).toBeGreaterThan(shade(1, 1));
  expect(shade(1, 1)).toBeCloseTo(2 * shade(2, 1), 6);
  expect(shade(0, 1)).toBe(0.8);
  expect(shade(1e9, 1)).toBe(0.04);
});
