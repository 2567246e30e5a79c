/** Finite differences for tests: do gradients agree with what the function really does? */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../core/random.ts';

/** A function of some variables, of any output shape. Second derivatives are taken by the first of them. */
export interface Subject {
  readonly variables: readonly [tf.Variable, ...tf.Variable[]];
  evaluate(): tf.Tensor;
}

/** A function whose derivatives are to be right, which `open` puts on the current backend: always the same numbers. */
export interface DerivativeCase {
  readonly name: string;
  open(): Subject;
  /** 1 for what is a derivative already and is never differentiated twice more. */
  readonly orders: 1 | 2;
}

/** What a function is worth, and the gradient of Σ w · f by each variable; zeros where f does not depend on it. */
export interface Derivatives {
  readonly values: Float32Array;
  readonly gradients: readonly Float32Array[];
}

const STEP = 2e-3;

function randomLike(sizes: readonly number[], name: string): Float32Array[] {
  const stream = openStream(initialState(7, name));
  return sizes.map((size) => stream.normal(new Float32Array(size)));
}

const weightsFor = (size: number, name: string): Float32Array => randomLike([size], name)[0] as Float32Array;

const weightedSum = (y: tf.Tensor, name: string): tf.Scalar =>
  tf.sum(tf.mul(y, tf.tensor(weightsFor(y.size, name), y.shape)));

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** Reads and forgets. WebGPU has no other way to be read than this one. */
async function take(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose([...tensors]);
  return values.map((value) => value.slice());
}

/** Value and gradients, as the tape has them. */
export async function derivativesOf({ variables, evaluate }: Subject): Promise<Derivatives> {
  const tensors = tf.tidy(() => {
    const { grads } = tf.engine().gradients(() => weightedSum(evaluate(), 'weights'), [...variables], undefined, true);
    // A variable on which f does not depend has no gradient.
    const gradients = (grads as (tf.Tensor | undefined)[]).map(
      (grad, i) => grad ?? tf.zerosLike(variables[i] as tf.Variable),
    );
    return [evaluate(), ...gradients];
  });
  const [values = new Float32Array(), ...gradients] = await take(tensors);
  return { values, gradients };
}

/**
 * Compares the derivative of Σ w · f along a random direction, by the tape and by central differences. The
 * sum is taken in float64, so that only f's own rounding is left.
 *
 * @param byTape what `derivativesOf` found
 * @returns their difference, relative to the larger one and to the size of f
 */
async function derivativeError({ variables, evaluate }: Subject, byTape: Derivatives): Promise<number> {
  const weights = weightsFor(byTape.values.length, 'weights');
  const directions = randomLike(
    variables.map((variable) => variable.size),
    'directions',
  );
  const origin = await Promise.all(variables.map(async (variable) => (await variable.data<'float32'>()).slice()));
  const moveTo = (distance: number) =>
    variables.forEach((variable, i) => {
      const along = directions[i] as Float32Array;
      const moved = (origin[i] as Float32Array).map((value, j) => value + distance * (along[j] as number));
      variable.assign(tf.tensor(moved, variable.shape));
    });
  const at = async (distance: number): Promise<number> => {
    const y = tf.tidy(() => {
      moveTo(distance);
      return evaluate();
    });
    return dot((await take([y]))[0] as Float32Array, weights);
  };
  // Central differences of fourth order: their own error falls with STEP⁴.
  const near = (await at(STEP)) - (await at(-STEP));
  const far = (await at(2 * STEP)) - (await at(-2 * STEP));
  tf.tidy(() => moveTo(0));

  const byDifferences = (8 * near - far) / (12 * STEP);
  const slope = byTape.gradients.reduce((sum, gradient, i) => sum + dot(gradient, directions[i] as Float32Array), 0);
  const value = Math.abs(dot(byTape.values, weights));
  const scale = Math.max(Math.abs(slope), Math.abs(byDifferences), 0.1 * value, 0.1);
  return Math.abs(slope - byDifferences) / scale;
}

/** ∂(Σ w · f)/∂x for the first variable x, as a function of all of them: its derivative is f's second one. */
function gradientOf({ variables, evaluate }: Subject): Subject {
  return {
    variables,
    evaluate: () => tf.grads(() => weightedSum(evaluate(), 'inner weights'))([variables[0]])[0] as tf.Tensor,
  };
}

/** A case's functions by order: f, and f's gradient where it is asked for. */
export function ordersOf({ open, orders }: DerivativeCase): readonly Subject[] {
  const subject = open();
  return orders === 1 ? [subject] : [subject, gradientOf(subject)];
}

/** What a case's tape says and how far differences are from it, by order. */
export async function examine(derivativeCase: DerivativeCase) {
  const found: { readonly byTape: Derivatives; readonly error: number }[] = [];
  for (const subject of ordersOf(derivativeCase)) {
    const byTape = await derivativesOf(subject);
    found.push({ byTape, error: await derivativeError(subject, byTape) });
  }
  return found;
}

/** A variable with values from N(0, 1). */
export function randomVariable(shape: readonly number[], name = 'x'): tf.Variable {
  const size = shape.reduce((product, n) => product * n, 1);
  return tf.tidy(() => tf.variable(tf.tensor(weightsFor(size, name), [...shape])));
}
