/** How much what G draws varies, compared with real examples: within each class where G is asked for one. */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../core/random.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { Plan } from '../../gan/plan.ts';
import { drawBatch } from '../step/batch.ts';
import { drawLatent } from '../step/latent.ts';
import type { Measured } from '../step/readback.ts';
import { type Sampled, sample } from '../step/trainer.ts';

/** It is measured after every so many steps: less than a hundredth of the time, and often enough for a finding. */
export const VARIETY_EVERY = 50;
/** Examples of each class that are drawn for it, and of all together if the classes are many; never fewer than … */
const OF_EACH = 16;
const OF_ALL = 320;
const FEWEST = 4;
/** Where there are no classes. */
const WITHOUT_CLASSES = 128;
/** Real examples to compare with: the first, which are there from the beginning. */
const REAL = 1000;

/** What real examples are like. */
interface Reference {
  /** Σ over the components of a real example of its variance over all of them; above 0. */
  readonly whole: number;
  /** The same within each class of which that is above 0; empty where G is asked for none. */
  readonly within: readonly { readonly label: number; readonly variance: number }[];
  /** Latent points at which G is looked at, those of one class after those of another: [n, latent.size], flat. */
  readonly latent: Float32Array;
  /** [n], or null */
  readonly asked: Int32Array | null;
  readonly ofEach: number;
}

export interface Variety {
  /** What each of `shares` is of: first all examples together (null), then each class. Empty where there is nothing. */
  labels(): readonly (number | null)[];
  /**
   * Total variance of what G draws over that of real examples, [labels]: near 1 if they differ as much, near 0 if G
   * draws the same again and again. Nothing moves. The caller disposes it; null where nothing can be compared.
   */
  shares(source: Sampled): tf.Tensor1D | null;
  /** That of all together, the least within a class, and of which class it is, as scalars of a step. */
  measure(source: Sampled): Measured | null;
}

/**
 * Σ over the components of their variance over some examples, without bias.
 *
 * @param values [n, size], flat
 * @param rows at least two of the n
 */
function totalVariance(values: Float32Array, size: number, rows: readonly number[]): number {
  let total = 0;
  for (let at = 0; at < size; at++) {
    let [sum, square] = [0, 0];
    for (const row of rows) {
      const value = values[row * size + at] as number;
      sum += value;
      square += value * value;
    }
    total += square - (sum * sum) / rows.length;
  }
  return total / (rows.length - 1);
}

function prepare(plan: Plan, data: LoadedExamples, seed: number): Reference {
  const all = Array.from({ length: Math.min(data.loaded, REAL) }, (_, row) => row);
  const { images, labels } = drawBatch(plan, data, Uint32Array.from(all));
  const varianceOf = (rows: readonly number[]): number =>
    rows.length < 2 ? 0 : totalVariance(images, images.length / all.length, rows);

  const within = Array.from({ length: plan.classes }, (_, label) => ({
    label,
    variance: varianceOf(all.filter((row) => labels[row] === label)),
  })).filter(({ variance }) => variance > 0);
  const ofEach = Math.max(FEWEST, Math.min(OF_EACH, Math.floor(OF_ALL / Math.max(1, within.length))));
  const asked = Int32Array.from(
    { length: within.length * ofEach },
    (_, i) => within[Math.floor(i / ofEach)]?.label ?? 0,
  );
  const count = plan.classes > 0 ? asked.length : WITHOUT_CLASSES;
  const latent = drawLatent(plan.latent, count, openStream(initialState(seed, 'variety')));
  return { whole: varianceOf(all), within, latent, asked: plan.classes > 0 ? asked : null, ofEach };
}

/** Total variance, without bias,: [groups, n, components] -> [groups]. */
function totalVariances(examples: tf.Tensor3D): tf.Tensor1D {
  const n = examples.shape[1];
  return tf.mul(tf.sum(tf.moments(examples, 1).variance, 1), n / (n - 1));
}

/** Nothing is worked out before the first look. Latent points and real examples are the same at all of them. */
export function createVariety(plan: Plan, data: LoadedExamples, seed: number): Variety {
  let known: Reference | null = null;
  // A baseline's G is never trained.
  const isTrained = plan.supervision?.baseline !== true;
  const reference = (): Reference => {
    known ??= prepare(plan, data, seed);
    return known;
  };
  function labels(): readonly (number | null)[] {
    if (!isTrained) return [];
    const { whole, within, latent } = reference();
    return whole > 0 && latent.length > 0 ? [null, ...within.map(({ label }) => label)] : [];
  }

  function shares(source: Sampled): tf.Tensor1D | null {
    if (labels().length === 0) return null;
    const { whole, within, latent, asked, ofEach } = reference();
    const sampling = { ...source.plan.sampling, disturbsRunning: false };
    return tf.tidy(() => {
      const drawn = sample({ ...source, plan: { ...source.plan, sampling } }, latent, asked); // [n, …example]
      const n = drawn.shape[0] as number;
      const ofAll = tf.div(totalVariances(tf.reshape(drawn, [1, n, -1])), whole) as tf.Tensor1D;
      if (within.length === 0) return ofAll;
      const byClass = totalVariances(tf.reshape(drawn, [within.length, ofEach, -1]));
      return tf.concat1d([ofAll, tf.div(byClass, tf.tensor1d(within.map(({ variance }) => variance)))]);
    });
  }

  return {
    labels,
    shares,
    measure(source) {
      const found = shares(source);
      if (!found) return null;
      const [, ...classes] = labels();
      if (classes.length === 0) return { names: ['variety'], values: found };
      const values = tf.tidy(() => {
        const within = tf.slice1d(found, 1, classes.length);
        const worst = tf.gather(tf.tensor1d(classes.map(Number)), tf.argMin(within));
        return tf.stack([tf.squeeze(tf.slice1d(found, 0, 1)), tf.min(within), worst]) as tf.Tensor1D;
      });
      found.dispose();
      return { names: ['variety', 'varietyWithin', 'varietyClass'], values };
    },
  };
}
