import * as tf from '@tensorflow/tfjs-core';
// The tape finds each op's gradient by name; importing registers them.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { NetworkDescription, NetworkSpec, WeightSpec } from '../../core/network.ts';
import { describeNetwork, sizeOf } from '../../core/network.ts';
import type { RandomStream } from '../../core/random.ts';
import type { ForwardContext } from './context.ts';
import type { Layer, Watch } from './forward.ts';
import { forwardLayers } from './forward.ts';

export interface NamedWeight {
  readonly layer: number;
  /** Layer index, layer kind and weight name, such as `3.dense.kernel`. */
  readonly name: string;
  readonly variable: tf.Variable;
  readonly trainable: boolean;
}

/** A network spec with its weights on the device. */
export interface Network {
  readonly description: NetworkDescription;
  /** Every weight and running statistic, in the order of the layers. */
  readonly weights: readonly NamedWeight[];
  readonly trainable: readonly tf.Variable[];
  /**
   * [batch, …input] -> [batch, …output]
   *
   * @param watch is shown what each layer makes on the way
   */
  forward(x: tf.Tensor, context: ForwardContext, watch?: Watch): tf.Tensor;
  /** The same, with what the last layer sees: [batch, …features]. */
  forwardWithFeatures(
    x: tf.Tensor,
    context: ForwardContext,
  ): { readonly features: tf.Tensor; readonly output: tf.Tensor };
  dispose(): void;
}

function initialValues({ shape, init }: WeightSpec, stream: RandomStream): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  switch (init.kind) {
    case 'constant':
      return values.fill(init.value);
    case 'normal':
      return stream.normal(values, 0, init.std);
    case 'uniform':
      return stream.uniform(values, -init.bound, init.bound);
    default:
      return init satisfies never;
  }
}

/** Puts a network on the current backend; `tensorOf` is asked for one weight after the other. */
function build(description: NetworkDescription, tensorOf: (weight: WeightSpec, index: number) => tf.Tensor): Network {
  const named: NamedWeight[] = [];
  const layers = description.layers.map(({ spec: layer, weights }, index): Layer => {
    const own: Record<string, tf.Variable> = {};
    for (const weight of weights) {
      const variable = tf.tidy(() => tf.variable(tensorOf(weight, named.length), weight.trainable));
      own[weight.name] = variable;
      named.push({
        layer: index,
        name: `${index}.${layer.kind}.${weight.name}`,
        variable,
        trainable: weight.trainable,
      });
    }
    return { spec: layer, weights: own };
  });

  return {
    description,
    weights: named,
    trainable: named.filter(({ trainable }) => trainable).map(({ variable }) => variable),
    forward: (x, context, watch) => forwardLayers(layers, x, context, watch),
    forwardWithFeatures(x, context) {
      const features = forwardLayers(layers.slice(0, -1), x, context);
      return { features, output: forwardLayers(layers.slice(-1), features, context) };
    },
    dispose: () => {
      for (const { variable } of named) variable.dispose();
    },
  };
}

/**
 * Puts a network on the current backend, its weights drawn from `stream`.
 *
 * @throws NetworkError where the layers do not fit together.
 */
export const createNetwork = (spec: NetworkSpec, stream: RandomStream): Network =>
  build(describeNetwork(spec), (weight) => tf.tensor(initialValues(weight, stream), [...weight.shape]));

/** Another network of the same layers with the same weights, in memory of its own. */
export const copyNetwork = ({ description, weights }: Network): Network =>
  // A clone would share the memory, and optimisers change weights in place.
  build(description, (_, index) => tf.mul((weights[index] as NamedWeight).variable, 1));
