import * as tf from '@tensorflow/tfjs-core';
import type { NetworkSpec } from '../../src/core/network.ts';
import { initialState, openStream } from '../../src/core/random.ts';
import { createBatches, firstBatchesState } from '../../src/data/batches.ts';
import { gatherImages, gatherLabels } from '../../src/data/images.ts';
import type { LoadedImages } from '../../src/data/shards.ts';
import { differentiate } from '../../src/engine/differentiate.ts';
import { createAdam } from '../../src/engine/optimizers/adam.ts';
import type { ForwardContext } from '../../src/gan/layers/context.ts';
import { createNetwork } from '../../src/gan/layers/network.ts';

const PIXELS = 28 * 28;
const BATCH = 64;
const ADAM = { kind: 'adam', rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

const spec: NetworkSpec = {
  input: [28, 28, 1],
  init: { kind: 'torch' },
  layers: [
    { kind: 'conv', filters: 32, kernel: 5, stride: 2, padding: 'same' },
    { kind: 'relu' },
    { kind: 'conv', filters: 64, kernel: 5, stride: 2, padding: 'same' },
    { kind: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: 128 },
    { kind: 'relu' },
    { kind: 'dense', units: 10 },
  ],
};
const context: ForwardContext = { labels: null, statistics: 'batch', updatesRunning: false, dropout: null };

/** Tells digits, [n, 28, 28, 1] in [−1, 1], flat, by their most likely class. */
export type Classifier = (images: Float32Array) => Promise<Int32Array>;

/** Trains a small convolutional network on the training digits: good enough to judge a generator's aim. */
export async function trainClassifier(data: LoadedImages, steps: number): Promise<Classifier> {
  const network = createNetwork(spec, openStream(initialState(1, 'classifier')));
  const adam = createAdam(network.trainable);
  const batches = createBatches({ capacity: 60_000, batch: BATCH, state: firstBatchesState(1) });
  for (let step = 0; step < steps; step++) {
    const indices = batches.next(data.loaded);
    tf.tidy(() => {
      const images = tf.tensor4d(gatherImages(data.pixels, PIXELS, indices, 'symmetric'), [BATCH, 28, 28, 1]);
      const wanted = tf.oneHot(tf.tensor1d(gatherLabels(data.labels, indices), 'int32'), 10);
      const { gradients } = differentiate(network.trainable, () => {
        const logits = network.forward(images, context); // [batch, 10]
        const picked = tf.sum(tf.mul(tf.logSoftmax(logits), wanted), 1);
        return { loss: tf.neg(tf.mean(picked)) as tf.Scalar, watched: {} };
      });
      adam.apply(gradients, ADAM);
    });
  }
  adam.dispose();
  return async (images) => {
    const classes = tf.tidy(() => {
      const input = tf.tensor4d(images, [images.length / PIXELS, 28, 28, 1]);
      return tf.argMax(network.forward(input, context), 1);
    });
    const found = (await classes.data()) as Int32Array;
    classes.dispose();
    return found.slice();
  };
}

/** Share of equal entries. */
export function agreement(found: Int32Array, wanted: Int32Array): number {
  return found.filter((label, i) => label === wanted[i]).length / wanted.length;
}

/**
 * How different the images of one class are: the standard deviation of a pixel over the images of its class,
 * averaged over pixels and classes. 0 where each class has collapsed to one image.
 */
export function spread(images: Float32Array, labels: Int32Array): number {
  const sums = new Float64Array(10 * PIXELS);
  const squares = new Float64Array(10 * PIXELS);
  const counts = new Float64Array(10);
  for (const [i, label] of labels.entries()) {
    counts[label] = (counts[label] as number) + 1;
    for (let p = 0; p < PIXELS; p++) {
      const value = images[i * PIXELS + p] as number;
      const at = label * PIXELS + p;
      sums[at] = (sums[at] as number) + value;
      squares[at] = (squares[at] as number) + value * value;
    }
  }
  const deviations = sums.map((sum, at) => {
    const n = counts[Math.floor(at / PIXELS)] as number;
    return Math.sqrt(Math.max(0, (squares[at] as number) / n - (sum / n) ** 2));
  });
  return deviations.reduce((total, deviation) => total + deviation, 0) / deviations.length;
}
