/** Shapes and strides: brings tensors of any rank to the few loops that the kernels have. */

/** Elements from one index to the next along each axis of a dense tensor. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = Array<number>(shape.length).fill(1);
  for (let i = shape.length - 2; i >= 0; i--) strides[i] = (strides[i + 1] as number) * (shape[i + 1] as number);
  return strides;
}

/** The strides with which `shape` is read as if it were `target`: 0 along each axis that is repeated. */
export function broadcastStrides(shape: readonly number[], target: readonly number[]): number[] {
  const own = stridesOf(shape);
  const missing = target.length - shape.length;
  return target.map((_, i) => (i < missing || shape[i - missing] === 1 ? 0 : (own[i - missing] as number)));
}

export interface Loop {
  readonly size: number;
  /** The step of each operand. */
  readonly steps: readonly number[];
}

/**
 * The loops over `shape`, outermost first, with the steps of operands that have `strides`. Axes of size one are
 * left out, and neighbours that all operands walk in one go are joined.
 */
export function loopsOver(shape: readonly number[], ...strides: readonly (readonly number[])[]): Loop[] {
  const loops: Loop[] = [];
  shape.forEach((size, axis) => {
    if (size === 1) return;
    const steps = strides.map((of) => of[axis] as number);
    const last = loops.at(-1);
    if (last?.steps.every((step, i) => step === size * (steps[i] as number))) {
      loops[loops.length - 1] = { size: last.size * size, steps };
    } else {
      loops.push({ size, steps });
    }
  });
  return loops;
}
