import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, number } from '../../core/params.ts';
import { nextValue, POSITIONS, positionOf, valueAt } from './scale.ts';

const specs = {
  rate: number('optimizer', { default: 2e-4, min: 1e-6, max: 1, scale: 'log' }),
  decay: number('optimizer', { default: 0.5, min: 0, max: 0.9999 }),
  weight: number('gradient', { default: 10, min: 0, max: 100 }),
  batch: integer('run', { default: 64, min: 2, max: 512, scale: 'log' }),
};

describe.each(Object.entries(specs))('slider of %s', (_, spec) => {
  it('reaches both ends and stays within the range', () => {
    expect(valueAt(spec, 0)).toBe(spec.min);
    expect(valueAt(spec, POSITIONS)).toBe(spec.max);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: POSITIONS }), (position) => {
        const value = valueAt(spec, position);
        expect(value).toBeGreaterThanOrEqual(spec.min);
        expect(value).toBeLessThanOrEqual(spec.max);
        if (spec.kind === 'integer') expect(Number.isInteger(value)).toBe(true);
      }),
    );
  });

  it('walks through the whole range with the arrow keys', () => {
    let value: number = spec.min;
    for (let press = 0; press <= POSITIONS && value < spec.max; press++) {
      const next = nextValue(spec, value, positionOf(spec, value) + 1);
      expect(next).toBeGreaterThan(value);
      value = next;
    }
    expect(value).toBe(spec.max);
  });
});

it('offers round values', () => {
  expect(valueAt(specs.weight, 24)).toBe(10);
  expect(valueAt(specs.decay, 120)).toBe(0.5);
  expect(nextValue(specs.batch, 2, positionOf(specs.batch, 2) + 1)).toBe(3);
});
