/**
 * The classifier behind the quality measures: a small convolutional network. The one that is shipped was trained by
 * `npm run lab -- evaluator` on MNIST's training digits; others are trained in the page. The last hidden layer gives
 * features, the output class probabilities.
 */

import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../../core/errors.ts';
import { formatShape, type NetworkSpec, sizeOf } from '../../../core/network.ts';
import type { TensorFault } from '../../../core/problems/keep.ts';
import { initialState, openStream } from '../../../core/random.ts';
import type { Network } from '../../../gan/layers/network.ts';
import { createNetwork } from '../../../gan/layers/network.ts';
import type { Matrix } from '../../../metrics/matrix.ts';
import { decodeTensors, encodeTensors, type NumbersFile } from '../../../record/safetensors.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import { asFunction } from '../../step/passes.ts';
import { pieceOf } from '../products.ts';

const FORMAT = 'gan-playground-evaluator/1';
const context = asFunction(null);

export interface EvaluatorSpec {
  /** Images in [−1, 1] -> features. */
  readonly trunk: NetworkSpec;
  /** Features -> logits. */
  readonly head: NetworkSpec;
}

/** Both networks on the current backend. */
export interface EvaluatorNetworks {
  readonly trunk: Network;
  readonly head: Network;
}

/** What the evaluator sees in n images. */
export interface Observed {
  /** [n, features] */
  readonly features: Matrix;
  /** [n, classes], float64: each row sums to 1 */
  readonly probabilities: Matrix;
}

export interface Evaluator {
  /**
   * @param images [n, height, width, channels] in [−1, 1], flat
   * @param between called after each piece with the share that is done; may let other things in
   */
  observe(images: Float32Array, between?: (share: number) => Promise<void>): Promise<Observed>;
  dispose(): void;
}

export function createEvaluatorNetworks({ trunk, head }: EvaluatorSpec, seed: number): EvaluatorNetworks {
  const stream = openStream(initialState(seed, 'evaluator'));
  return { trunk: createNetwork(trunk, stream), head: createNetwork(head, stream) };
}

const namedWeights = ({ trunk, head }: EvaluatorNetworks) => [
  ...trunk.weights.map(({ name, variable }) => ({ name: `trunk.${name}`, variable })),
  ...head.weights.map(({ name, variable }) => ({ name: `head.${name}`, variable })),
];

/** The networks as a safetensors file of half-precision numbers. */
export async function encodeEvaluator(
  spec: EvaluatorSpec,
  networks: EvaluatorNetworks,
): Promise<Uint8Array<ArrayBuffer>> {
  const tensors = await Promise.all(
    namedWeights(networks).map(async ({ name, variable }) => {
      // A sync point.
      const values = new Float32Array(await variable.data<'float32'>());
      return [name, { shape: variable.shape, values }] as const;
    }),
  );
  return encodeTensors(
    { tensors: new Map(tensors), metadata: { format: FORMAT, network: JSON.stringify(spec) } },
    'F16',
  );
}

const bad = (fault: TensorFault): EngineError =>
  new EngineError('data-corrupt', { code: 'evaluator.damaged', fault }, { recoverable: true });

function readSpec({ metadata: { format, network } }: NumbersFile): EvaluatorSpec {
  if (format !== FORMAT || !network) throw bad({ code: 'tensors.format', format: FORMAT });
  try {
    return JSON.parse(network) as EvaluatorSpec;
  } catch {
    throw bad({ code: 'tensors.networkJson' });
  }
}

/** softmax in float64, shifted by the largest logit so that nothing overflows. */
function softmaxRows(logits: Matrix): Matrix {
  const { rows, columns } = logits;
  const values = Float64Array.from(logits.values);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const largest = own.reduce((most, value) => Math.max(most, value));
    const powers = own.map((value) => Math.exp(value - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    own.set(powers.map((power) => power / sum));
  }
  return { rows, columns, values };
}

/**
 * Puts the evaluator on the current backend.
 *
 * @param backend where others may be used meanwhile
 * @throws EngineError `data-corrupt` that says what is wrong with the file.
 */
export function createEvaluator(
  file: Uint8Array,
  { activate, guard }: Pick<StartedBackend, 'activate' | 'guard'> = { activate() {}, guard: (read) => read },
): Evaluator {
  activate();
  const saved = decodeTensors(file, bad);
  const spec = readSpec(saved);
  const networks = createEvaluatorNetworks(spec, 0);
  for (const { name, variable } of namedWeights(networks)) {
    const tensor = saved.tensors.get(name);
    if (!tensor || formatShape(tensor.shape) !== formatShape(variable.shape))
      throw bad({ code: 'tensors.unfit', name });
    tf.tidy(() => variable.assign(tf.tensor(tensor.values, variable.shape)));
  }
  const size = sizeOf(spec.trunk.input);
  const width = sizeOf(networks.trunk.description.output);
  const classes = sizeOf(networks.head.description.output);
  const piece = pieceOf(networks.trunk.description);

  /** [batch, features + classes]: one read for both. */
  const forward = (images: Float32Array) =>
    tf.tidy(() => {
      const x = tf.tensor(images, [images.length / size, ...spec.trunk.input]);
      const features = networks.trunk.forward(x, context);
      return tf.concat([features, networks.head.forward(features, context)], 1);
    });

  return {
    async observe(images, between) {
      const rows = images.length / size;
      const features = new Float32Array(rows * width);
      const logits = new Float32Array(rows * classes);
      for (let start = 0; start < rows; start += piece) {
        activate();
        const both = forward(images.subarray(start * size, (start + piece) * size));
        const count = both.shape[0] as number;
        // A sync point.
        const values = await guard(both.data<'float32'>()).finally(() => both.dispose());
        for (let i = 0; i < count; i++) {
          const at = i * (width + classes);
          features.set(values.subarray(at, at + width), (start + i) * width);
          logits.set(values.subarray(at + width, at + width + classes), (start + i) * classes);
        }
        await between?.((start + count) / rows);
      }
      return {
        features: { rows, columns: width, values: features },
        probabilities: softmaxRows({ rows, columns: classes, values: logits }),
      };
    },
    dispose() {
      activate();
      networks.trunk.dispose();
      networks.head.dispose();
    },
  };
}
