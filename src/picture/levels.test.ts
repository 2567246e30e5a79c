import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldRows, gradientArrows, levelStep } from './levels.ts';

/** A plane: 2 + 3x − y at the centres of 16 × 16 cells over [−1, 1]². */
const side = 16;
const at = (i: number): number => (2 * i + 1) / side - 1;
const slope = Float32Array.from({ length: side * side }, (_, i) => 2 + 3 * at(i % side) - at(Math.floor(i / side)));

describe('levels', () => {
  it('are round numbers apart', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (scale) => {
        const step = levelStep(
          slope.map((value) => value * scale),
          2 * scale,
          null,
        );
        const mantissa = Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6));
        expect([1, 2, 5]).toContain(mantissa);
        // Nearly all of 2 ± 4 lies within a few levels of the middle.
        expect((4 * scale) / step).toBeGreaterThan(2);
        expect((4 * scale) / step).toBeLessThan(10);
      }),
    );
  });

  it('stay where they are while they serve', () => {
    const before = levelStep(slope, 2, null);
    for (const growth of [0.9, 1.1, 1.4])
      expect(
        levelStep(
          slope.map((value) => 2 + (value - 2) * growth),
          2,
          before,
        ),
      ).toBe(before);
    expect(
      levelStep(
        slope.map((value) => 2 + (value - 2) * 50),
        2,
        before,
      ),
    ).toBeGreaterThan(before);
  });

  it('of a flat field are anything but nothing', () => {
    expect(levelStep(new Float32Array(256), 0, null)).toBe(1);
    expect(levelStep(new Float32Array(256).fill(Number.NaN), 0, 0.5)).toBe(0.5);
  });
});

it('reads between cells, and goes on with the outermost beyond them', () => {
  const one = fieldRows({ side, values: slope }, 1);
  const { along, upwards } = one.read(0);
  const cell = one.cells[0] as number;
  const right = (along[cell + 1] as number) - (along[cell] as number);
  expect((along[cell] as number) + right * (one.shares[0] as number)).toBeCloseTo(2, 5);
  expect(right).toBeCloseTo((3 * 2) / side, 5);
  expect(upwards[cell]).toBeCloseTo(-2 / side, 5);

  const across = 4 * side;
  const { cells, shares, read } = fieldRows({ side, values: slope }, across);
  expect([cells[0], shares[0]]).toEqual([0, 0]);
  expect([cells[across - 1], shares[across - 1]]).toEqual([side - 2, 1]);
  expect(read(across - 1).along[0]).toBeCloseTo(slope[0] as number, 5);
  expect(read(across - 9).along[2]).toBeCloseTo(2 + 3 * at(2) - (17 / across - 1), 5);
});

it('arrows are the gradient', () => {
  const arrows = gradientArrows({ side, values: slope }, 1, 4);
  expect(arrows).toHaveLength(16);
  for (const { dx, dy } of arrows) {
    expect(dx).toBeCloseTo(3, 4);
    expect(dy).toBeCloseTo(-1, 4);
  }
});
