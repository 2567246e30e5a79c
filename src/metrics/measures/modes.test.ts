import { expect, it } from 'vitest';
import { initialState, openStream } from '../../core/random.ts';
import { drawPoints, modes as ring } from '../../data/sets/ring.ts';
import { measuresFor, scoreAll } from '../index.ts';
import type { Examples, Modes } from '../score.ts';
import { finish } from '../slices.ts';

const modes: Modes = {
  centres: { rows: ring.centres.length, columns: 2, values: Float64Array.from(ring.centres.flat()) },
  deviation: ring.deviation,
};
const pointsOf = (values: Float32Array): Examples => ({
  features: { rows: values.length / 2, columns: 2, values },
  modes,
});
const drawn = (seed: number): Float32Array => drawPoints(openStream(initialState(seed, 'test')), 400);

function scoresOf(fake: Float32Array) {
  const subjects = { real: pointsOf(drawn(1)), heldOut: pointsOf(drawn(2)), fake: pointsOf(fake) };
  const chosen = measuresFor(subjects).filter(({ needs }) => needs.includes('modes'));
  const scores = finish(scoreAll(subjects, { seed: 1, chosen }));
  const of = (id: string) => scores.find((score) => score.id === id) as (typeof scores)[number];
  return { found: of('modesFound'), quality: of('highQuality') };
}

it('points of the mixture itself find all modes, and 98.9 % of them are of high quality', () => {
  const { found, quality } = scoresOf(drawn(3));
  expect([found.value, found.floor]).toEqual([1, 1]);
  expect(Math.abs(quality.value - 0.989)).toBeLessThan(0.02);
  expect(found.table?.[0]).toHaveLength(8);
  expect(quality.interval.low).toBeLessThanOrEqual(quality.value);
});

it('a collapse onto two modes finds a quarter of them, though every point is good', () => {
  const [a, b] = ring.centres as [readonly [number, number], readonly [number, number]];
  const fake = Float32Array.from(Array.from({ length: 400 }, (_, i) => (i % 2 ? a : b)).flat());
  const { found, quality } = scoresOf(fake);
  expect(found.value).toBe(0.25);
  expect(quality.value).toBe(1);
  expect(found.table?.[0]?.slice(0, 3)).toEqual([0.5, 0.5, 0]);
});

it('points between the modes find none; a stray point does not count', () => {
  const fake = new Float32Array(800);
  fake.set(ring.centres[0] as readonly [number, number]);
  const { found, quality } = scoresOf(fake);
  expect(found.value).toBe(0);
  expect(quality.value).toBeCloseTo(1 / 400);
});
