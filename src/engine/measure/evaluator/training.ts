import { badConfig } from '../../../core/errors.ts';
import { describeNetwork, NetworkError, type Shape } from '../../../core/network.ts';
import { createBatches, firstBatchesState } from '../../../data/batches.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import { shapeOf } from '../../../gan/examples.ts';
import type { ImageSpec } from '../../../gan/plan.ts';
import { argMaxRows } from '../../../metrics/matrix.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import { realImages } from '../../step/batch.ts';
import { createEvaluator, type EvaluatorSpec, encodeEvaluator } from './evaluator.ts';
import { evaluatorSpec } from './network.ts';
import { asSeen } from './seen.ts';
import { createTeacher } from './teacher.ts';

/** Unless told otherwise. */
const STEPS = 400;
const BATCH = 64;
const RATE = 2e-3;
/** Averages over about the last fifty steps. */
const DECAY = 0.98;
/** At most so many test images are asked about. */
const MOST_TESTED = 2000;
/** Of a set without test images so much of the training images is held out. */
const HELD_OUT = 0.1;
const SEED = 1;

export interface TrainedEvaluator {
  /** As `createEvaluator` reads it. */
  readonly file: Uint8Array;
  /** Share of right answers on images that it was not trained on, in [0, 1]. */
  readonly accuracy: number;
}

export interface TrainingOptions {
  /** Complete, with its test images where it has any. */
  readonly data: LoadedImages;
  /** As the networks see the images. */
  readonly image: ImageSpec;
  readonly backend: StartedBackend;
  readonly steps?: number;
  /** Called after each step with the share that is done; may let other things in, and throws to cancel. */
  between(share: number): Promise<void>;
}

function specFor(input: Shape, classes: number): EvaluatorSpec {
  if (classes < 2) throw badConfig({ code: 'evaluator.oneClass' });
  const spec = evaluatorSpec(input, classes);
  try {
    describeNetwork(spec.trunk);
  } catch (thrown) {
    if (!(thrown instanceof NetworkError)) throw thrown;
    throw badConfig({ code: 'evaluator.unfit', why: thrown.problem });
  }
  return spec;
}

/**
 * Trains a classifier on a set's own classes, in a few hundred steps of which each is a slice.
 *
 * @throws EngineError `bad-config` if there are not two classes.
 */
export async function trainEvaluator({
  data,
  image,
  backend,
  steps = STEPS,
  between,
}: TrainingOptions): Promise<TrainedEvaluator> {
  const spec = specFor(shapeOf(image), data.info.classes.length);
  const train = Math.min(data.info.trainCount, data.capacity);
  const hasTest = data.capacity > train;
  const learned = hasTest ? train : Math.ceil((1 - HELD_OUT) * train);
  const tested = Math.min(MOST_TESTED, data.capacity - learned);
  const seen = asSeen(image);
  const labelsOf = (indices: Uint32Array) => Int32Array.from(indices, (index) => data.labels[index] as number);

  const batches = createBatches({ capacity: learned, batch: Math.min(BATCH, learned), state: firstBatchesState(SEED) });
  backend.activate();
  const teacher = createTeacher(spec, { seed: SEED, decay: DECAY });
  let file: Uint8Array;
  try {
    for (let step = 0; step < steps; step++) {
      const indices = batches.next(learned);
      backend.activate();
      const entropy = teacher.teach(realImages(seen, data, indices), labelsOf(indices), RATE * (1 - step / steps));
      // A sync point: a device's queue stays short.
      await backend.guard(entropy.data()).finally(() => entropy.dispose());
      await between(step / steps);
    }
    file = await encodeEvaluator(spec, teacher.averages);
  } finally {
    backend.activate();
    teacher.dispose();
  }

  const evaluator = createEvaluator(file, backend);
  try {
    const indices = Uint32Array.from({ length: tested }, (_, i) => learned + i);
    const { probabilities } = await evaluator.observe(realImages(seen, data, indices), () => between(1));
    const labels = labelsOf(indices);
    const right = argMaxRows(probabilities).filter((found, i) => found === labels[i]).length;
    return { file, accuracy: right / tested };
  } finally {
    evaluator.dispose();
  }
}
