/** What D makes of examples that a person made. It looks at D as a function, and changes nothing of the run. */
import * as tf from '@tensorflow/tfjs-core';
import { badConfig } from '../../core/errors.ts';
import { sizeOf } from '../../core/network.ts';
import type { LoadedExamples } from '../../data/points.ts';
import { shapeOf } from '../../gan/examples.ts';
import { adversarialLossOf, asLogit } from '../../gan/losses/adversarial.ts';
import { gradientAt } from '../../gan/losses/gradientNorm.ts';
import type { ExampleSpec, Plan } from '../../gan/plan.ts';
import type { JudgeRequest, Verdict } from '../../protocol/index.ts';
import type { Evaluator } from '../measure/evaluator/evaluator.ts';
import { readTogether } from '../measure/inspection/readTogether.ts';
import type { Training } from '../run/training.ts';
import { drawBatch } from '../step/batch.ts';
import { asFunction } from '../step/passes.ts';

/** Examples at once: as many points as somebody places by hand. */
const MOST = 64;
/** Real examples with which those are compared, where an objective compares; the first, which are always there. */
const COMPARED = 64;

type Asked = Pick<JudgeRequest, 'examples' | 'classes'>;

/** Whether D can take these. @throws EngineError `bad-config` that says what is wrong */
function checkAsked(
  { examples: spec, classes: known, supervision }: Plan,
  { examples, classes }: Asked,
): { readonly count: number } {
  if (supervision?.baseline) throw badConfig({ code: 'judge.baseline' });
  const size = sizeOf(shapeOf(spec));
  if (examples.length % size !== 0) throw badConfig({ code: 'judge.size', found: examples.length, size });
  const count = examples.length / size;
  if (count < 1 || count > MOST) throw badConfig({ code: 'judge.count', most: MOST });
  const fits = (value: number): boolean => (spec.kind === 'image' ? value >= 0 && value <= 1 : Number.isFinite(value));
  const index = examples.findIndex((value) => !fits(value));
  if (index >= 0) throw badConfig({ code: 'judge.value', index });
  const areSound = known > 0 ? classes?.length === count && classes.every((label) => label < known) : classes === null;
  if (!areSound) throw badConfig({ code: 'judge.classes', count, classes: known });
  return { count };
}

/** What D is given for a brightness b from 0 to 1, or for a coordinate: scale · b + shift, as of real examples. */
function scaleOf(spec: ExampleSpec): { readonly scale: number; readonly shift: number } {
  switch (spec.kind) {
    case 'points':
      return { scale: 1, shift: 0 };
    case 'image':
      if (spec.scaledTwice) return { scale: 1 / 127.5, shift: -1 };
      return spec.range === 'symmetric' ? { scale: 2, shift: -1 } : { scale: 1, shift: 0 };
    default:
      return spec satisfies never;
  }
}

/** D's outputs on real examples that are the same at every step: what an objective compares others with. */
function onReal({ plan, discriminator }: ReturnType<Training['trainer']>, data: LoadedExamples): tf.Tensor {
  const indices = Uint32Array.from({ length: Math.min(COMPARED, data.loaded) }, (_, i) => i);
  const { images, labels } = drawBatch(plan, data, indices);
  const x = tf.tensor(images, [indices.length, ...shapeOf(plan.examples)]);
  return discriminator.forward(x, asFunction(plan.classes > 0 ? tf.tensor1d(labels, 'int32') : null));
}

/** What the classifier reads in each image: [n, classes]. */
async function read(evaluator: Evaluator, images: Float32Array): Promise<Float32Array<ArrayBuffer>> {
  // It takes images in [−1, 1].
  const { probabilities } = await evaluator.observe(images.map((brightness) => 2 * brightness - 1));
  return Float32Array.from(probabilities.values);
}

/**
 * D's scores of some examples, the slopes of its output there, and what the classifier reads.
 *
 * Objectives that compare read a score in the light of real examples.
 *
 * @param evaluator null where there is none for such images
 * @throws EngineError `bad-config` that says what is wrong with the examples
 */
export async function judge(
  training: Training,
  data: LoadedExamples,
  asked: Asked,
  evaluator: Evaluator | null,
): Promise<Verdict> {
  const trainer = training.trainer();
  const { plan, discriminator } = trainer;
  const { count } = checkAsked(plan, asked);
  const step = training.step();
  const { guard } = training.backend();
  const { scale, shift } = scaleOf(plan.examples);
  const loss = adversarialLossOf(plan);

  const tensors = tf.tidy(() => {
    const x = tf.tensor(
      asked.examples.map((value) => scale * value + shift),
      [count, ...shapeOf(plan.examples)],
    ); // [n, …example]
    const context = asFunction(asked.classes && tf.tensor1d(Int32Array.from(asked.classes), 'int32'));
    const output = discriminator.forward(x, context); // [n, 1], or [n, K + 1]
    const slopes = gradientAt(x, (at) => asLogit(plan, discriminator.forward(at, context)), 'logit');
    return {
      scores: loss.scores(output, loss.generatorSees === 'both' ? onReal(trainer, data) : null),
      outputs: asLogit(plan, output),
      slopes: tf.mul(slopes, scale),
    };
  });
  const judged = await readTogether(tensors, guard);
  return { step, ...judged, readings: evaluator && (await read(evaluator, asked.examples)) };
}
