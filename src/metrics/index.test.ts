import { describe, expect, it } from 'vitest';
import { measures, measuresFor, scoreAll } from './index.ts';
import { finish } from './slices.ts';
import { subjects } from './testing/samples.ts';

const scored = (seed = 1) => finish(scoreAll(subjects(60, 5, { mean: 0.3 }), { seed }));

it('there are eighteen, each with an id of its own', () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(18);
});

describe.each(measures.map((measure) => [measure.id, measure] as const))('%s', (id, { range: [least, most] }) => {
  const score = scored().find((candidate) => candidate.id === id);

  it('has a value, a floor and an interval within its range', () => {
    const { value, floor, interval, samples } = score as NonNullable<typeof score>;
    for (const number of [value, floor, interval.low, interval.high]) {
      expect(number).toBeGreaterThanOrEqual(least);
      expect(number).toBeLessThanOrEqual(most);
    }
    expect(interval.low).toBeLessThanOrEqual(interval.high);
    expect(samples).toBe(60);
  });
});

it('the same subjects and seed give the same scores; another seed moves the intervals alone', () => {
  expect(scored()).toEqual(scored());
  const values = (seed: number) => scored(seed).map(({ value, floor }) => [value, floor]);
  expect(values(1)).toEqual(values(2));
  expect(scored(1)).not.toEqual(scored(2));
});

it('measures whose needs are not met are left out', () => {
  const { real, heldOut, fake } = subjects(60, 2);
  const pointsOf = ({ features }: typeof real) => (features ? { features } : {});
  const points = { real: pointsOf(real), heldOut: pointsOf(heldOut), fake: pointsOf(fake) };
  expect(
    measuresFor(points)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'birthday',
    'frechet',
    'kid',
    'mmd',
    'nearestReal',
    'neighbourTest',
    'precision',
    'recall',
    'wasserstein',
  ]);
  expect(finish(scoreAll(points, { seed: 1 })).length).toBe(9);
});

it('yields often', () => {
  let slices = 0;
  const work = scoreAll(subjects(200, 8), { seed: 1 });
  while (!work.next().done) slices += 1;
  expect(slices).toBeGreaterThan(1000);
});
