import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../core/random.ts';
import type { LoadedPoints } from '../../data/points.ts';
import { isProbabilistic } from '../../gan/objective.ts';
import { objectiveOf } from '../../gan/objectives/index.ts';
import type { Plan } from '../../gan/plan.ts';
import type { PlaneView } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { drawLatent } from '../step/latent.ts';
import { asFunction } from '../step/passes.ts';
import type { Trainer } from '../step/trainer.ts';
import { sample } from '../step/trainer.ts';

/** D is evaluated at so many places along each side. */
const SIDE = 128;
/** Points that are shown, real and generated ones each. */
const SHOWN = 512;
/** Rows of the grid in one pass of D, so that its hidden layers take a few megabytes at a time. */
const ROWS_AT_ONCE = 32;

/**
 * The centres of a square's side × side cells, row after row from below, each row from the left.
 *
 * @param rows which rows: from `first` up to, but not including, `end`
 * @returns [(end − first) · side, 2]
 */
function cellCentres(extent: number, side: number, first: number, end: number): Float32Array {
  const at = (i: number): number => extent * ((2 * i + 1) / side - 1);
  const points = new Float32Array((end - first) * side * 2);
  let o = 0;
  for (let row = first; row < end; row++) {
    for (let column = 0; column < side; column++) {
      points[o++] = at(column);
      points[o++] = at(row);
    }
  }
  return points;
}

/** The latent points behind the points that are shown: [SHOWN, latent.size], flat; the same at every step of a run. */
export const shownPoints = ({ latent }: Plan, seed: number): Float32Array =>
  drawLatent(latent, SHOWN, openStream(initialState(seed, 'grid')));

/** D's output at each point, before any sigmoid, [n, 1]. */
const judge = ({ discriminator }: Trainer, points: tf.Tensor): tf.Tensor =>
  discriminator.forward(points, asFunction(null));

/** D over the plane, with real points and the newest generated ones; these always from the same z. */
export async function drawPlane(
  trainer: Trainer,
  { points, info }: LoadedPoints,
  { seed, step }: { readonly seed: number; readonly step: number },
  guard: StartedBackend['guard'],
): Promise<PlaneView> {
  const { plan } = trainer;
  const { extent } = info;
  const real = points.slice(0, 2 * SHOWN);
  const latent = shownPoints(plan, seed);

  const read = tf.tidy(() => {
    const generated = sample(trainer, latent, null); // [SHOWN, 2]
    const bands: tf.Tensor[] = [];
    for (let row = 0; row < SIDE; row += ROWS_AT_ONCE) {
      const centres = cellCentres(extent, SIDE, row, row + ROWS_AT_ONCE);
      bands.push(tf.tidy(() => judge(trainer, tf.tensor2d(centres, [ROWS_AT_ONCE * SIDE, 2]))));
    }
    const onReal = judge(trainer, tf.tensor2d(real, [SHOWN, 2]));
    const outputs = tf.concat([...bands, onReal, judge(trainer, generated)]); // [SIDE² + 2 · SHOWN, 1]
    return tf.concat1d([tf.reshape(outputs, [-1]), tf.reshape(generated, [-1])]);
  });
  // A sync point.
  const flat = await guard(read.data<'float32'>()).finally(() => read.dispose());

  const cells = SIDE * SIDE;
  const mean = (from: number): number =>
    flat.subarray(from, from + SHOWN).reduce((sum, value) => sum + value, 0) / SHOWN;
  return {
    kind: 'plane',
    step,
    side: SIDE,
    extent,
    // Copies: the backend may own what it handed out, and the buffers are given away.
    values: flat.slice(0, cells) as Float32Array<ArrayBuffer>,
    // Where D cannot tell: at even odds, or half-way between what it says of the two kinds of points.
    middle: isProbabilistic(objectiveOf(plan.objective)) ? 0 : (mean(cells) + mean(cells + SHOWN)) / 2,
    real,
    generated: flat.slice(cells + 2 * SHOWN) as Float32Array<ArrayBuffer>,
  };
}
