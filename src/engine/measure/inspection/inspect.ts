/** Looking inside a run between two steps, without changing it. */
import * as tf from '@tensorflow/tfjs-core';
import type { Inspection } from '../../../core/inspection.ts';
import { initialState, openStream } from '../../../core/random.ts';
import type { LoadedExamples } from '../../../data/points.ts';
import { shapeOf } from '../../../gan/examples.ts';
import type { Plan } from '../../../gan/plan.ts';
import type { Training } from '../../run/training.ts';
import type { Batch } from '../../step/batch.ts';
import { drawBatch } from '../../step/batch.ts';
import { drawLatent } from '../../step/latent.ts';
import { inTraining } from '../../step/passes.ts';
import type { Variety } from '../variety.ts';
import { idleShares } from './idle.ts';
import { reportLayers, squaredNorms } from './layers.ts';
import { readTogether } from './readTogether.ts';
import { judgeBatches } from './scores.ts';
import { chooseShown, picturesOf, slopesAt } from './slopes.ts';
import { createTwin, disposeTwin, recordGradients, type Twin } from './twin.ts';

/** Real examples that D is asked about, and as many generated ones; in fewer batches where they are tiny. */
const JUDGED = 256;
const MOST_BATCHES = 16;
/** Real examples are chosen among the first: they are there from the beginning, so they are the same at every step. */
const AMONG = 8192;

/** Real batches for an inspection: the same ones at every step of a run. */
export function drawBatches(
  plan: Plan,
  data: LoadedExamples,
  seed: number,
  pool?: Uint32Array,
): readonly [Batch, ...Batch[]] {
  const stream = openStream(initialState(seed, 'inspection.real'));
  const count = Math.min(MOST_BATCHES, Math.ceil(JUDGED / plan.batch));
  const labelled = pool && drawBatch(plan, data, pool.slice(0, plan.supervision?.batch ?? 0));
  const next = (): Batch => {
    const indices = Uint32Array.from(stream.integers(new Int32Array(plan.batch), Math.min(data.loaded, AMONG)));
    return { ...drawBatch(plan, data, indices), ...(labelled && { labelled }) };
  };
  return [next(), ...Array.from({ length: count - 1 }, next)];
}

/** What goes into each network: latent points into G, real examples and what G makes of the points into D. */
function inputsOf(twin: Twin, { images, labels }: Batch) {
  const { plan, streams } = twin;
  const { batch, latent, classes } = plan;
  // Classes in turn, so that the digits that are shown are of all of them.
  const asked =
    classes > 0
      ? tf.tensor1d(
          Int32Array.from({ length: batch }, (_, i) => i % classes),
          'int32',
        )
      : null;
  const z = tf.tensor2d(drawLatent(latent, batch, streams.latent), [batch, latent.size]);
  const own = { labels: asked };
  const drawn = { x: twin.generator.forward(z, inTraining(twin, own.labels, false)), ...own };
  const real = {
    x: tf.tensor(images, [batch, ...shapeOf(plan.examples)]),
    labels: classes > 0 ? tf.tensor1d(labels, 'int32') : null,
  };
  return { z: { x: z, ...own }, real, drawn };
}

const stacked = (scalars: readonly tf.Scalar[]): tf.Tensor =>
  scalars.length > 0 ? tf.stack([...scalars]) : tf.tensor1d([]);

/** Everything that is measured, on the device, in one scope. */
function measure(twin: Twin, data: LoadedExamples, batches: readonly [Batch, ...Batch[]], variety: Variety) {
  const { z, real, drawn } = inputsOf(twin, batches[0]);
  const none = tf.tensor1d([]);
  // Before the gradients, which move the twin's running statistics.
  const shown = data.kind === 'image' ? chooseShown(twin, data, drawn) : null;
  const tensors = {
    ...judgeBatches(twin, batches),
    variety: variety.shares(twin) ?? none,
    realImages: shown?.real.x ?? none,
    realSlopes: shown ? slopesAt(twin, shown.real) : none,
    generatedImages: shown?.generated.x ?? none,
    generatedSlopes: shown ? slopesAt(twin, shown.generated) : none,
    normsD: squaredNorms(twin.discriminator),
    normsG: squaredNorms(twin.generator),
    idleD: idleShares(twin.discriminator, [real, drawn]),
    idleG: idleShares(twin.generator, [z]),
  };
  recordGradients(twin, batches[0]);
  const { discriminator, generator } = twin.optimizers;
  return { ...tensors, gradientsD: stacked(discriminator.squares), gradientsG: stacked(generator.squares) };
}

/**
 * What there is to see inside both networks after the last step. Takes about as long as a step and another pass over
 * 256 examples.
 *
 * @param seed the run's; real examples and latent points are the same at every step
 */
export async function inspect(training: Training, data: LoadedExamples, seed: number): Promise<Inspection> {
  const { guard, activate } = training.backend();
  activate();
  const trainer = training.trainer();
  const { plan } = trainer;
  const step = training.step();
  const batches = drawBatches(plan, data, seed, training.school?.pool);
  const twin = createTwin(trainer, seed);
  try {
    const read = await readTogether(
      tf.tidy(() => measure(twin, data, batches, training.variety)),
      guard,
    );
    return {
      step,
      scores: { real: read.real, generated: read.generated },
      variety: training.variety.labels().map((label, i) => ({ label, share: read.variety[i] as number })),
      layers: {
        discriminator: reportLayers(twin.discriminator, {
          norms: read.normsD,
          gradients: read.gradientsD,
          idle: read.idleD,
        }),
        generator: reportLayers(twin.generator, {
          norms: read.normsG,
          gradients: read.gradientsG,
          idle: read.idleG,
        }),
      },
      convinces:
        plan.examples.kind === 'image'
          ? {
              real: picturesOf(plan.examples, read.realImages, read.realSlopes),
              generated: picturesOf(plan.examples, read.generatedImages, read.generatedSlopes),
            }
          : null,
    };
  } finally {
    disposeTwin(twin);
  }
}
