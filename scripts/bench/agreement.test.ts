import { expect, it } from 'vitest';
import { differencesOf } from './agreement.ts';

it('compares relatively, and values near zero absolutely', () => {
  const [loss, tiny] = differencesOf(0, { loss: 2, tiny: 0 }, { loss: 2.002, tiny: 1e-6 });
  expect(loss?.relative).toBeCloseTo(1e-3);
  expect(tiny?.relative).toBeCloseTo(1e-3);
});

it('takes what is missing or not a number for a difference', () => {
  const relatives = differencesOf(0, { a: 1, b: 1 }, { a: Number.NaN }).map(({ relative }) => relative);
  expect(relatives).toEqual([Infinity, Infinity]);
});
