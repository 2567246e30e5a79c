import { describe, expect, it } from 'vitest';
import { formatExact, formatShort } from './format.ts';

describe('numbers', () => {
  it('are short where they are read at a glance', () => {
    expect([0, 0.03125, 1.2345, 45.67, 153.2, 123456, 0.00012, null].map(formatShort)).toEqual([
      '0.000',
      '0.031',
      '1.23',
      '45.7',
      '153',
      '1.2e+5',
      '1.2e-4',
      '–',
    ]);
  });

  it('are exact where they are typed', () => {
    for (const value of [2e-4, 1e-6, 0.999, 0.9999, 64, 0]) expect(Number(formatExact(value))).toBe(value);
    expect(formatExact(2e-4)).toBe('2e-4');
  });
});
