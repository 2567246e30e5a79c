import { expect, it } from 'vitest';
import { type Past, REMEMBERED, remembered, takenBack } from './past.ts';

it('what was is taken back, the last first', () => {
  const past = ['a', 'b'].reduce<Past<string>>(remembered, []);
  const back = takenBack(past, 'c');
  expect(back).toEqual({ now: 'b', past: ['a'] });
  expect(takenBack(back?.past ?? [], 'b')).toEqual({ now: 'a', past: [] });
  expect(takenBack([], 'a')).toBeUndefined();
});

it('what was taken and not moved is passed over', () => {
  expect(takenBack(['a', 'b', 'b'], 'b')).toEqual({ now: 'a', past: [] });
  expect(takenBack(['a'], 'a')).toBeUndefined();
});

it('only so much is remembered', () => {
  const all = Array.from({ length: REMEMBERED + 5 }, (_, i) => i);
  const past = all.reduce<Past<number>>(remembered, []);
  expect(past).toHaveLength(REMEMBERED);
  expect(past[0]).toBe(5);
});
