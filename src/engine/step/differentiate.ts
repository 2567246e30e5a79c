import * as tf from '@tensorflow/tfjs-core';

interface Differentiated<Watched> {
  /** ∂loss/∂variable, one for each variable, in their order. */
  readonly gradients: readonly tf.Tensor[];
  readonly watched: Watched;
}

/**
 * Gradients of a loss, together with other tensors that its computation came by. All results belong to the
 * enclosing `tf.tidy`.
 *
 * @throws Error if the loss does not depend on one of the variables.
 */
export function differentiate<Watched extends Readonly<Record<string, tf.Tensor>>>(
  variables: readonly tf.Variable[],
  compute: () => { readonly loss: tf.Scalar; readonly watched: Watched },
): Differentiated<Watched> {
  let kept: Watched | undefined;
  const gradients = tf.grads(() => {
    const { loss, watched } = compute();
    // The tape's own scope ends with the forward pass and would dispose them.
    for (const tensor of Object.values(watched)) tf.keep(tensor);
    kept = watched;
    return loss;
  })([...variables]);

  const watched = Object.fromEntries(
    Object.entries(kept ?? {}).map(([name, tensor]) => {
      const own = tf.clone(tensor);
      tensor.dispose();
      return [name, own];
    }),
  ) as unknown as Watched;
  return { gradients, watched };
}
