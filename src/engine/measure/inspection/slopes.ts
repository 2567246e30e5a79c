import * as tf from '@tensorflow/tfjs-core';
import type { SlopePictures } from '../../../core/inspection.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import { shapeOf } from '../../../gan/examples.ts';
import { asLogit } from '../../../gan/losses/adversarial.ts';
import { gradientAt } from '../../../gan/losses/gradientNorm.ts';
import type { ImageSpec } from '../../../gan/plan.ts';
import { drawBatch } from '../../step/batch.ts';
import { asFunction } from '../../step/passes.ts';
import type { Trainer } from '../../step/trainer.ts';
import { chooseReal, loadedExamples } from '../../view/draw.ts';
import { toBytes } from '../../view/samples.ts';
import type { Input } from './idle.ts';

/** Digits of each kind whose slopes are shown. */
const SHOWN = 10;

/** Real digits, one of each class in turn, and the first of those that G has drawn. */
export function chooseShown({ plan }: Trainer, data: LoadedImages, { x, labels }: Input) {
  const chosen = drawBatch(plan, data, chooseReal(loadedExamples(data), data, 'all', SHOWN));
  const count = Math.min(SHOWN, plan.batch);
  return {
    real: {
      x: tf.tensor(chosen.images, [chosen.labels.length, ...shapeOf(plan.examples)]),
      labels: plan.classes > 0 ? tf.tensor1d(chosen.labels, 'int32') : null,
    },
    generated: {
      x: tf.slice(x, [0, 0, 0, 0], [count, -1, -1, -1]),
      labels: labels && tf.slice1d(labels, 0, count),
    },
  };
}

/**
 * ∂D/∂x at some images: where a brighter pixel makes D more, or less, sure that they are real. Of D's output before any
 * sigmoid, and with its running statistics, so that each image's slope is its own.
 *
 * @returns summed over the channels: [n, height, width]
 */
export function slopesAt({ plan, discriminator }: Trainer, { x, labels }: Input): tf.Tensor {
  const context = asFunction(labels);
  return tf.sum(
    gradientAt(x, (at) => asLogit(plan, discriminator.forward(at, context)), 'logit'),
    -1,
  );
}

/** As the page draws them. */
export const picturesOf = (
  { height, width, channels, range }: ImageSpec,
  images: Float32Array,
  slopes: Float32Array<ArrayBuffer>,
): SlopePictures => ({ height, width, channels, pixels: toBytes(images, range), slopes });
