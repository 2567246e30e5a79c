/** Finite differences for tests: do gradients agree with what the function really does? */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../core/random.ts';

/** A function of some variables, of any output shape. */
export interface Subject {
  readonly variables: readonly tf.Variable[];
  evaluate(): tf.Tensor;
}

const STEP = 2e-3;

function randomLike(sizes: readonly number[], name: string): Float32Array[] {
  const stream = openStream(initialState(7, name));
  return sizes.map((size) => stream.normal(new Float32Array(size)));
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/**
 * Compares the derivative of Σ w · f along a random direction, by the tape and by central differences. The
 * sum is taken in float64, so that only f's own rounding is left.
 *
 * @returns their difference, relative to the larger one and to the size of f
 */
export function derivativeError({ variables, evaluate }: Subject): number {
  const size = tf.tidy(() => evaluate().size);
  const weights = randomLike([size], 'weights')[0] as Float32Array;
  const directions = randomLike(
    variables.map((variable) => variable.size),
    'directions',
  );
  const origin = variables.map((variable) => variable.dataSync<'float32'>().slice());

  const byTape = tf.tidy(() => {
    const weighted = () => {
      const y = evaluate();
      return tf.sum(tf.mul(y, tf.tensor(weights, y.shape)));
    };
    // A variable on which f does not depend has no gradient.
    const { grads } = tf.engine().gradients(weighted, [...variables], undefined, true);
    return variables.reduce((sum, _, i) => {
      const gradient = grads[i] as tf.Tensor | undefined;
      return sum + (gradient ? dot(gradient.dataSync(), directions[i] as Float32Array) : 0);
    }, 0);
  });

  const at = (distance: number): number =>
    tf.tidy(() => {
      variables.forEach((variable, i) => {
        const from = origin[i] as Float32Array;
        const along = directions[i] as Float32Array;
        variable.assign(
          tf.tensor(
            from.map((value, j) => value + distance * (along[j] as number)),
            variable.shape,
          ),
        );
      });
      return dot(evaluate().dataSync(), weights);
    });
  // Central differences of fourth order: their own error falls with STEP⁴.
  const byDifferences = (8 * (at(STEP) - at(-STEP)) - (at(2 * STEP) - at(-2 * STEP))) / (12 * STEP);
  const value = at(0);
  const scale = Math.max(Math.abs(byTape), Math.abs(byDifferences), 0.1 * Math.abs(value), 0.1);
  return Math.abs(byTape - byDifferences) / scale;
}

/** ∂(Σ w · f)/∂x as a function of the same variables: its derivative is f's second one. */
export function gradientOf({ variables, evaluate }: Subject, x: tf.Variable): Subject {
  const size = tf.tidy(() => evaluate().size);
  const weights = randomLike([size], 'inner weights')[0] as Float32Array;
  return {
    variables,
    evaluate: () =>
      tf.grads(() => {
        const y = evaluate();
        return tf.sum(tf.mul(y, tf.tensor(weights, y.shape)));
      })([x])[0] as tf.Tensor,
  };
}

/** A variable with values from N(0, 1). */
export function randomVariable(shape: number[], name = 'x'): tf.Variable {
  const size = shape.reduce((product, n) => product * n, 1);
  return tf.tidy(() => tf.variable(tf.tensor(randomLike([size], name)[0] as Float32Array, shape)));
}
