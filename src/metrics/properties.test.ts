/** What must hold of measures whatever the examples. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAll } from './index.ts';
import { type Matrix, pickRows } from './matrix.ts';
import { frechetDistance } from './measures/frechet.ts';
import { cubicKernel, unbiasedMmd } from './measures/kid.ts';
import { gaussianKernel, mmd } from './measures/mmd.ts';
import { neighbourAccuracies } from './measures/neighbourTest.ts';
import { precision } from './measures/precision.ts';
import { recall } from './measures/recall.ts';
import { transport } from './measures/wasserstein.ts';
import { momentsOf } from './moments.ts';
import { ofAll } from './pairScore.ts';
import { type Pairs, squaredDistances } from './pairs.ts';
import { allOf } from './resample.ts';
import { finish } from './slices.ts';
import { gaussian, subjects } from './testing/samples.ts';
import { createWorkbench } from './workbench.ts';

const pairsOf = (x: Matrix, y: Matrix): Pairs => ({
  real: finish(squaredDistances(x, x)),
  cross: finish(squaredDistances(x, y)),
  other: finish(squaredDistances(y, y)),
});
const moments = (features: Matrix) => momentsOf(features, allOf(features.rows));

/** Two-sample measures as functions of two sets of features. */
const distances: Readonly<Record<string, (x: Matrix, y: Matrix) => number>> = {
  frechet: (x, y) => frechetDistance(moments(x), moments(y)),
  mmd: (x, y) => finish(ofAll(mmd, finish(gaussianKernel(pairsOf(x, y))))),
  kid: (x, y) => finish(ofAll(unbiasedMmd, finish(cubicKernel(pairsOf(x, y), x, y)))),
  wasserstein: (x, y) => finish(transport(finish(squaredDistances(x, y)), Math.min(x.rows, y.rows))).value,
  neighbourTest: (x, y) => neighbourAccuracies(pairsOf(x, y), allOf(x.rows), allOf(y.rows)).both,
  precision: (x, y) => finish(ofAll(precision, pairsOf(x, y))),
  recall: (x, y) => finish(ofAll(recall, pairsOf(x, y))),
};
/** MMD's bandwidth comes from the first set; precision and recall change places. */
const symmetric = ['frechet', 'kid', 'wasserstein', 'neighbourTest'];

const seeds = fc.nat({ max: 1e6 });
const sets = fc
  .record({
    seed: seeds,
    rows: fc.integer({ min: 5, max: 30 }),
    columns: fc.integer({ min: 1, max: 6 }),
    mean: fc.double({ min: -2, max: 2, noNaN: true }),
  })
  .map(({ seed, rows, columns, mean }) => ({
    x: gaussian(seed, rows, columns),
    y: gaussian(seed + 1, rows, columns, { mean }),
    seed,
  }));
const run = (property: fc.IProperty<[ReturnType<typeof sets.generate>['value']]>) =>
  fc.assert(property, { numRuns: 40 });

describe.each(Object.entries(distances))('%s', (id, distance) => {
  it('does not depend on the order of the examples', () => {
    run(
      fc.property(sets, ({ x, y, seed }) => {
        const order = createWorkbench(subjects(2, 1), seed).stream('order').permutation(x.rows);
        expect(distance(pickRows(x, order), pickRows(y, [...order].reverse()))).toBeCloseTo(distance(x, y), 7);
      }),
    );
  });

  it('recognises identical sets', () => {
    run(
      fc.property(sets, ({ x }) => {
        const value = distance(x, { ...x, values: x.values.slice() });
        if (id === 'precision' || id === 'recall') expect(value).toBe(1);
        // Each example's nearest neighbour is its copy in the other set.
        else if (id === 'neighbourTest') expect(value).toBe(0);
        // Without an example's product with itself, the unbiased estimate is below 0.
        else if (id === 'kid') expect(value).toBeLessThan(1e-9);
        else expect(value).toBeLessThan(1e-6);
      }),
    );
  });
});

it.each(symmetric)('%s is symmetric', (id) => {
  run(
    fc.property(sets, ({ x, y }) => {
      expect(distances[id]?.(y, x)).toBeCloseTo(distances[id]?.(x, y) as number, 7);
    }),
  );
});

it('precision of one set is recall of the other', () => {
  run(
    fc.property(sets, ({ x, y }) => {
      expect(finish(ofAll(precision, pairsOf(x, y)))).toBe(finish(ofAll(recall, pairsOf(y, x))));
    }),
  );
});

describe('noise', () => {
  const real = gaussian(1, 150, 4);
  const noise = gaussian(2, 150, 4).values;
  const noisy = (level: number): Matrix => ({
    ...real,
    values: real.values.map((value, i) => value + level * (noise[i] as number)),
  });
  const levels = [0, 0.5, 1, 2, 4].map(noisy);

  it.each(['frechet', 'mmd', 'kid', 'wasserstein', 'neighbourTest'])('more of it makes %s larger', (id) => {
    const values = levels.map((level) => distances[id]?.(real, level) as number);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(new Set(values).size).toBe(levels.length);
  });

  it('more of it makes precision smaller', () => {
    const values = levels.map((level) => distances.precision?.(real, level) as number);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });
});

describe('a generator that draws one example, with a little noise', () => {
  const { real, heldOut, fake } = subjects(200, 4, { only: 1 });
  const collapsed = gaussian(9, 200, 4, { mean: 0.1, std: 0.01 });
  const scores = finish(scoreAll({ real, heldOut, fake: { ...fake, features: collapsed } }, { seed: 1 }));
  const scoreOf = (id: string) => scores.find((score) => score.id === id) as (typeof scores)[number];

  it.each(['frechet', 'mmd', 'kid', 'wasserstein', 'classDivergence'])('%s is far above its floor', (id) => {
    const { value, floor, interval } = scoreOf(id);
    expect(value).toBeGreaterThan(1.5 * Math.abs(floor));
    expect(interval.low).toBeGreaterThan(floor);
  });

  it('variety is missed', () => {
    expect(scoreOf('recall').value).toBeLessThan(0.05);
    expect(scoreOf('inceptionScore').value).toBeCloseTo(1, 6);
    expect(scoreOf('modeScore').value).toBeLessThan(0.5);
    expect(scoreOf('coverage').value).toBe(1);
    expect(scoreOf('birthday').value).toBeLessThan(scoreOf('birthday').floor / 10);
  });

  it('fidelity is not: what is drawn looks real', () => {
    expect(scoreOf('precision').value).toBeGreaterThan(0.9);
  });

  it('neighbours of generated examples are generated', () => {
    expect(scoreOf('neighbourTest').parts?.onGenerated).toBe(1);
    expect(scoreOf('neighbourTest').value).toBeGreaterThan(0.9);
  });
});

it('a generator that copies real examples is seen by its neighbours', () => {
  const { real, heldOut, fake } = subjects(100, 4);
  const copies = {
    ...fake,
    ...(real.features && { features: { ...real.features, values: real.features.values.map((v) => v + 1e-4) } }),
  };
  const scores = finish(scoreAll({ real, heldOut, fake: copies }, { seed: 1 }));
  const value = (id: string) => scores.find((score) => score.id === id);
  expect(value('neighbourTest')?.value).toBeLessThan(0.05);
  expect(value('nearestReal')?.value).toBeLessThan(0.01 * (value('nearestReal')?.floor as number));
});
