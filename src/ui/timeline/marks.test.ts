import { beforeAll, expect, it } from 'vitest';
import type { RunEvent } from '../../core/runEvent.ts';
import { loadPart, partNow, textsNow } from '../../i18n/index.ts';
import { markText } from './eventText.ts';
import { marksOf } from './marks.ts';

beforeAll(() => loadPart('timeline'));

const axis = { steps: [0, 100, 200, 300, 400], cells: 5 };
const set = (step: number, value: number, name = 'lrD'): RunEvent => ({ step, kind: 'set', name, value });
const textsOf = (events: readonly RunEvent[], apart = 0.02) =>
  marksOf(events, axis, apart).map((mark) => markText({ page: textsNow(), part: partNow('timeline') }, mark));

it('what happened is said with its step', () => {
  expect(
    textsOf([
      { step: 50, kind: 'pause' },
      set(100, 0.02),
      { step: 150, kind: 'set', name: 'objective', value: 'wasserstein' },
      { step: 200, kind: 'set', name: 'bnEpsilon', value: true },
      { step: 300, kind: 'found', rule: 'strongD' },
    ]),
  ).toEqual([
    'Pause at 50',
    'Learning rate of D 0.02 at 100',
    expect.stringMatching(/^Objective .*Wasserstein.* at 150$/),
    expect.stringMatching(/ on at 200$/),
    'D found too strong at 300',
  ]);
});

it('of a slider that was moved the last value is said', () => {
  expect(textsOf([set(100, 0.01), set(101, 0.015), set(102, 0.02), set(102, 0.3, 'lrG')])).toEqual([
    'Learning rate of D 0.02 at 102 · Learning rate of G 0.3 at 102',
  ]);
  expect(textsOf([set(100, 0.01), set(200, 0.02)])).toHaveLength(2);
});

it('a mark of several is of the kind that matters most, and says no more than fits', () => {
  const events: RunEvent[] = [
    { step: 99, kind: 'pause' },
    set(100, 0.1),
    set(100, 0.2, 'lrG'),
    { step: 101, kind: 'found', rule: 'collapse' },
    { step: 102, kind: 'found', rule: 'exploding' },
  ];
  expect(marksOf(events, axis, 0.02)).toMatchObject([{ kind: 'found' }]);
  expect(textsOf(events)[0]).toMatch(/^Learning rate of G 0.2 .*steep at 102 · 2 more$/);
});

it('settings and rules of another version have their names alone', () => {
  expect(textsOf([set(10, 3, 'warp'), { step: 200, kind: 'found', rule: 'tired' }])).toEqual([
    'warp 3 at 10',
    'tired at 200',
  ]);
});
