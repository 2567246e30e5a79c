import * as tf from '@tensorflow/tfjs-core';

/** An operation on tfjs's tape whose backward pass is ours. */
interface Op<Name extends string> {
  readonly inputs: Readonly<Record<Name, tf.Tensor>>;
  /**
   * The value. What is given to `save` comes back in the backward pass: inputs still tied to the tape, so that
   * the gradient can be differentiated again, everything else as a constant.
   */
  forward(save: (tensors: tf.Tensor[]) => void): tf.Tensor;
  /** The gradient by each input, computed only for those that are asked for; made of differentiable ops. */
  backward(dy: tf.Tensor, saved: readonly tf.Tensor[]): Readonly<Record<Name, () => tf.Tensor>>;
}

/** What `tf.customGrad` itself calls, but that always computes the gradients by all inputs. */
interface TapeEngine {
  runKernelFunc(op: {
    inputs: Readonly<Record<string, tf.Tensor>>;
    forwardFunc(backend: unknown, save: (tensors: tf.Tensor[]) => void): tf.Tensor;
    backwardsFunc(dy: tf.Tensor, saved: tf.Tensor[]): Readonly<Record<string, () => tf.Tensor>>;
  }): tf.Tensor;
}

export function runOp<Name extends string>({ inputs, forward, backward }: Op<Name>): tf.Tensor {
  return (tf.engine() as unknown as TapeEngine).runKernelFunc({
    inputs,
    forwardFunc: (_, save) => forward(save),
    backwardsFunc: backward,
  });
}
