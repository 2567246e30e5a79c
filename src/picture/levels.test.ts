import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientArrows, levelStep, readField, type Sampled } from './levels.ts';

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
  const out: Sampled = { value: 0, alongX: 0, alongY: 0 };
  readField({ side, values: slope }, side / 2, side / 2, out);
  expect(out.value).toBeCloseTo(2, 5);
  expect(out.alongX).toBeCloseTo((3 * 2) / side, 5);
  expect(out.alongY).toBeCloseTo(-2 / side, 5);
  readField({ side, values: slope }, 0, 0, out);
  expect(out.value).toBeCloseTo(slope[0] as number, 5);
});

it('arrows are the gradient', () => {
  const arrows = gradientArrows({ side, values: slope }, 1, 4);
  expect(arrows).toHaveLength(16);
  for (const { dx, dy } of arrows) {
    expect(dx).toBeCloseTo(3, 4);
    expect(dy).toBeCloseTo(-1, 4);
  }
});
