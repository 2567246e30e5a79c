import { expect, it } from 'vitest';
import { quality } from '../../i18n/parts/quality.ts';
import { measures } from '../../metrics/index.ts';
import { defaultChoice, directionOf, type MeasureId, measuresOf } from './measures.ts';
import { rowsOf, scoreRange, scoreTable } from './scoreRows.ts';

const every = [
  { conditional: true, inPlane: false, mixture: false },
  { conditional: false, inPlane: false, mixture: false },
  { conditional: false, inPlane: true, mixture: true },
  { conditional: false, inPlane: true, mixture: false },
];

it('the page knows the measures that there are, and which value is best', () => {
  const shown = [...new Set(every.flatMap(measuresOf))];
  expect(shown.toSorted()).toEqual(measures.map(({ id }) => id).toSorted());
  for (const { id, direction } of measures) expect(directionOf(id as MeasureId), id).toBe(direction);
});

it('each has a name, what it sees and what it is blind to', () => {
  for (const { id } of measures) {
    const text = quality.measure[id as MeasureId];
    expect(text.name.length).toBeLessThan(26);
    for (const sentence of [text.sees, text.blind]) expect(sentence, id).toMatch(/\.$/);
  }
});

it('where real examples can be passed it is said how, and nowhere else', () => {
  for (const { id, direction } of measures) {
    const sentence = quality.measure[id as MeasureId].beyond?.({ noun: 'digits' });
    if (direction === 'half' || direction === 'floor') expect(sentence, id).toBeUndefined();
    // Two lines of a chart that is half as wide as the view.
    else expect(sentence, id).toMatch(/^[A-Z].{20,66}[.?]$/);
  }
});

it('what needs a label or a class is not offered where there is none', () => {
  const [conditional, images, plane, curve] = every.map((subject) => [...measuresOf(subject)]);
  expect(conditional).toContain('agreement');
  expect(images).not.toContain('agreement');
  expect(images).not.toContain('modesFound');
  expect(plane).toContain('modesFound');
  expect(plane).not.toContain('coverage');
  expect(curve).not.toContain('modesFound');
  // Whether much is missing shows at first wherever there are images.
  for (const subject of every.slice(0, 2)) expect(defaultChoice(subject)).toContain('recall');
  expect(every.map((subject) => defaultChoice(subject).length)).toEqual([4, 4, 4, 4]);
});

const interval = { low: 1, high: Number.POSITIVE_INFINITY, method: 'bootstrap' } as const;
const score = (value: number) => ({
  id: 'birthday',
  name: 'Support size',
  direction: 'higher' as const,
  value,
  floor: 3,
  samples: 20,
  interval,
});
const measured = (step: number, value: number) => ({
  type: 'scores' as const,
  run: 1,
  step,
  samples: 20,
  scores: [score(value)],
  means: null,
  milliseconds: 1,
});

it('a chart leaves out what has no place on an axis', () => {
  const rows = rowsOf([measured(1, 2), measured(2, Number.POSITIVE_INFINITY), measured(3, 4)], 'birthday');
  expect(rows.map(({ step, high }) => [step, high])).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(rowsOf([measured(1, 2)], 'frechet')).toEqual([]);
});

it('the axis shows values and floors in full, and wide intervals in part', () => {
  const row = { step: 1, value: 2, floor: 1, low: -50, high: 60, samples: 20 };
  expect(scoreRange([row])).toEqual({ low: 0, high: 3 });
  expect(scoreRange([])).toEqual({ low: 0, high: 0 });
});

it('is a table, newest first, of values, the ends of their intervals and what real examples get', () => {
  const row = { step: 1, value: 3, floor: 1, low: 2, high: 4, samples: 100 };
  expect(scoreTable([row, { ...row, step: 2, floor: Number.POSITIVE_INFINITY }])).toEqual([
    { step: 2, values: [3, 2, 4, null] },
    { step: 1, values: [3, 2, 4, 1] },
  ]);
});
