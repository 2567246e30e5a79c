import type * as tf from '@tensorflow/tfjs-core';
import type { Trainer } from './trainer.ts';

/** All tensors that stay from step to step, with names. */
export function stateOf(trainer: Trainer): readonly { readonly name: string; readonly tensor: tf.Variable }[] {
  const { generator, average, discriminator, classifier, optimizers } = trainer;
  const networks = { g: generator, average, d: discriminator, ...(classifier && { classifier }) };
  return [
    ...Object.entries(networks).flatMap(([of, { weights }]) =>
      weights.map(({ name, variable }) => ({ name: `${of}.${name}`, tensor: variable })),
    ),
    ...Object.entries(optimizers).flatMap(([of, { slots }]) =>
      slots.map(({ name, variable }) => ({ name: `${of}.${name}`, tensor: variable })),
    ),
  ];
}
