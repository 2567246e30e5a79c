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
  'variety', // total variance of what G draws over that of real examples
  'varietyWithin', // the same within the class in which it is least, where G is asked for one
  'varietyClass', // that class
  'lossClass', // cross-entropy of the classes on labelled examples, as it enters lossD
  'lossMatch', // feature matching, as it enters lossG
  'accuracyBatch', // share of the labelled batch whose class D knows, in [0, 1]
  'accuracyValidation', // the same of validation examples, whose labels are trained on by nobody
  'accuracyTest', // the same of the official test examples
] as const;

export type ScalarName = (typeof SCALARS)[number];

/** Rows of scalars, oldest first. */
export interface ScalarRows {
  /** The step after which each row was measured; never falling. A row of the same step adds to the one before it. */
  readonly steps: Float64Array<ArrayBuffer>;
  /** Row-major, `steps.length` × `SCALARS.length`. */
  readonly values: Float32Array<ArrayBuffer>;
}
