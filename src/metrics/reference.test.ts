/** Every measure against numpy and scipy, as `scripts/parity/measures.py` recorded them. */
import { describe, expect, it } from 'vitest';
import { cheapestAssignment } from './assignment.ts';
import { measures, scoreAll } from './index.ts';
import type { Matrix } from './matrix.ts';
import { frechetDistance } from './measures/frechet.ts';
import { momentsOf } from './moments.ts';
import { allOf } from './resample.ts';
import type { Examples, Score } from './score.ts';
import { finish } from './slices.ts';
import { choleskyFactor } from './symmetric.ts';
import reference from './testing/reference.json';
import { matrix } from './testing/samples.ts';

/** The scores of `fake` against `real`, by id; the floor is of no interest here. */
function scoresOf(real: Examples, fake: Examples): ReadonlyMap<string, Score> {
  const scores = finish(scoreAll({ real, heldOut: real, fake }, { seed: 1 }));
  return new Map(scores.map((score) => [score.id, score]));
}

function expectNear(value: number | undefined, expected: number, digits = 1e-6): void {
  expect(value).toBeDefined();
  expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(digits * Math.max(Math.abs(expected), 1e-3));
}

const asFloat32 = (m: Matrix): Matrix => ({ ...m, values: Float32Array.from(m.values) });
const tested = new Set<string>();

describe.each(reference.features)('features $name', ({ real, other, expected }) => {
  const x = matrix(...real);
  const y = matrix(...other);
  const { neighbourTest, ...plain } = expected;
  const scores = scoresOf({ features: x }, { features: y });

  it.each(Object.entries(plain))('%s', (id, value) => {
    tested.add(id);
    expectNear(scores.get(id)?.value, value);
  });

  it('neighbourTest', () => {
    tested.add('neighbourTest');
    const score = scores.get('neighbourTest');
    expectNear(score?.value, neighbourTest.both);
    expectNear(score?.parts?.onReal, neighbourTest.real);
    expectNear(score?.parts?.onGenerated, neighbourTest.other);
  });

  it('single precision is enough for features', () => {
    const single = scoresOf({ features: asFloat32(x) }, { features: asFloat32(y) });
    for (const [id, value] of Object.entries(plain)) expectNear(single.get(id)?.value, value, 1e-4);
  });
});

it('the Fréchet distance, where both covariances are singular', () => {
  const [first, second] = [reference.singular.real, reference.singular.other].map((rows) =>
    momentsOf(matrix(...rows), allOf(rows.length)),
  ) as [ReturnType<typeof momentsOf>, ReturnType<typeof momentsOf>];
  const { frechet } = reference.singular.expected;
  expectNear(frechetDistance(first, second), frechet);
  expectNear(frechetDistance(first, second, choleskyFactor(first.covariance)), frechet, 1e-5);
});

describe('class probabilities', () => {
  const { real, fake, asked, expected } = reference.classes;
  const labels = Int32Array.from(asked);
  const scores = scoresOf({ probabilities: matrix(...real), labels }, { probabilities: matrix(...fake), labels });

  it.each(Object.entries(expected))('%s', (id, value) => {
    tested.add(id);
    expectNear(scores.get(id)?.value, value);
  });
});

it('mean images', () => {
  const { real, fake, realLabels, fakeLabels, expected } = reference.images;
  const scores = scoresOf(
    { images: matrix(...real), labels: Int32Array.from(realLabels) },
    { images: matrix(...fake), labels: Int32Array.from(fakeLabels) },
  );
  tested.add('meanImage');
  expectNear(scores.get('meanImage')?.value, expected);
});

it('variety within classes', () => {
  const { real, fake, realLabels, fakeLabels, expected } = reference.variety;
  const examplesOf = (rows: readonly (readonly number[])[], labels: readonly number[]): Examples => ({
    features: matrix(...rows),
    probabilities: matrix(...labels.map((label) => [0, 1, 2].map((c) => Number(c === label)))),
  });
  const scores = scoresOf(examplesOf(real, realLabels), examplesOf(fake, fakeLabels));
  tested.add('classVariety');
  expectNear(scores.get('classVariety')?.value, expected);
});

it('an assignment with many ties', () => {
  const { costs, expected } = reference.assignment;
  expect(finish(cheapestAssignment(Float64Array.from(costs.flat()), costs.length)).cost).toBe(expected);
});

it('no measure is left out', () => {
  // What counts points near known modes is checked against closed forms, in modes.test.ts.
  const compared = measures.filter(({ needs }) => !needs.includes('modes'));
  expect(compared.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
});
