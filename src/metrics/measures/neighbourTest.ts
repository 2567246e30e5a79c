import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { type PairStatistic, scorePairs } from '../pairScore.ts';
import type { Pairs } from '../pairs.ts';
import { allOf } from '../resample.ts';

export interface Accuracies {
  /** Share of real examples whose nearest neighbour is real. */
  readonly real: number;
  /** Share of the others whose nearest neighbour is one of them. */
  readonly other: number;
  /** Share of both. */
  readonly both: number;
}

/** The distance of each chosen example to its nearest chosen one, itself excepted. */
function nearestWithin({ columns, values }: Matrix, chosen: Uint32Array): Float64Array {
  const nearest = new Float64Array(chosen.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < chosen.length; i++) {
    const start = (chosen[i] as number) * columns;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < chosen.length; j++) {
      const distance = values[start + (chosen[j] as number)] as number;
      if (distance < least && j !== i) least = distance;
    }
    nearest[i] = least;
  }
  return nearest;
}

/** A neighbour of each kind at the same distance counts half. */
function share(own: Float64Array, foreign: Float64Array): number {
  let right = 0;
  for (const [i, distance] of own.entries()) {
    const across = foreign[i] as number;
    right += distance < across ? 1 : distance === across ? 0.5 : 0;
  }
  return right / own.length;
}

/** Leave-one-out accuracies of a classifier by the nearest neighbour. */
export function neighbourAccuracies(distances: Pairs, real: Uint32Array, other: Uint32Array): Accuracies {
  const toOther = new Float64Array(real.length).fill(Number.POSITIVE_INFINITY);
  const toReal = new Float64Array(other.length).fill(Number.POSITIVE_INFINITY);
  const { columns, values } = distances.cross;
  for (let i = 0; i < real.length; i++) {
    const start = (real[i] as number) * columns;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < other.length; j++) {
      const distance = values[start + (other[j] as number)] as number;
      if (distance < least) least = distance;
      if (distance < (toReal[j] as number)) toReal[j] = distance;
    }
    toOther[i] = least;
  }
  const onReal = share(nearestWithin(distances.real, real), toOther);
  const onOther = share(nearestWithin(distances.other, other), toReal);
  const both = (onReal * real.length + onOther * other.length) / (real.length + other.length);
  return { real: onReal, other: onOther, both };
}

const accuracy: PairStatistic = function* (...subjects) {
  yield;
  return neighbourAccuracies(...subjects).both;
};

/**
 * 1-nearest-neighbour two-sample test, leave-one-out (Lopez-Paz and Oquab 2017; Xu et al. 2018, section 2.1): how
 * often the nearest neighbour of an example, in feature space, is of its own kind. From 0 to 1; ½ is ideal. Near 1:
 * the two kinds can be told apart. Below ½: generated examples sit on real ones, memorised. A high accuracy on
 * generated examples and a low one on real ones suggests collapse. Both sets should be equally large. Interval:
 * half-samples.
 */
export const measure: Measure = {
  id: 'neighbourTest',
  direction: 'half',
  range: [0, 1],
  needs: ['features'],
  *score(bench) {
    const estimate = yield* scorePairs(bench, this, accuracy);
    const pairs = yield* bench.distances('fake');
    const { real, other } = neighbourAccuracies(pairs, allOf(pairs.real.rows), allOf(pairs.other.rows));
    return { ...estimate, parts: { onReal: real, onGenerated: other } };
  },
};
