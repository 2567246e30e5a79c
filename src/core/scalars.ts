/**
 * The scalars that a step measures, in the one order in which they are read back and sent.
 * Not every step measures all of them; what was not measured is NaN.
 */
export const SCALARS = [
  'lossD', // D's whole loss: the terms below, added up
  'lossReal', // D's loss on real examples
  'lossFake', // D's loss on generated examples
  'penalty', // λ · penalty, as it enters lossD
  'lossG', // G's loss
  'scoreReal', // D(x), as the objective reads it: a probability or a raw score
  'scoreFake', // D(G(z))
  'gradientNorm', // E‖∇ₓD‖ at perturbed real data
  'gradientSquare', // E‖∇ₓD‖², the trace of the DRAGAN paper
] as const;

export type ScalarName = (typeof SCALARS)[number];

/** Rows of scalars, one for each step, oldest first. */
export interface ScalarRows {
  /** The step after which each row was measured; strictly increasing. */
  readonly steps: Float64Array<ArrayBuffer>;
  /** Row-major, `steps.length` × `SCALARS.length`. */
  readonly values: Float32Array<ArrayBuffer>;
}
