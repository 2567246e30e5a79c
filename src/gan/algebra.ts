/** An array of numbers, of which a loss knows nothing but its shape: a tensor where networks are trained. */
export interface Value {
  readonly shape: readonly number[];
}

/** Numbers, or one that is known. */
export type Operand = Value | number;

/**
 * The operations that losses are written in; `losses/tensors.ts` has them for tensors. So what a loss says can be read
 * by who does not compute, such as the page. Element by element; shapes are broadcast.
 */
export interface Algebra {
  add(a: Operand, b: Operand): Value;
  sub(a: Operand, b: Operand): Value;
  mul(a: Operand, b: Operand): Value;
  div(a: Value, b: number): Value;
  neg(x: Value): Value;
  square(x: Value): Value;
  log(x: Value): Value;
  /** max(0, x) */
  relu(x: Value): Value;
  /** 1 / (1 + e⁻ˣ) */
  sigmoid(x: Value): Value;
  /** log(1 + eˣ) */
  softplus(x: Value): Value;
  /** x cut off at both ends. */
  clip(x: Value, low: number, high: number): Value;
  /** Over all elements. */
  mean(x: Value): Value;
  sum(x: Value): Value;
}
