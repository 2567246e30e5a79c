/** What a single step did. */
import type { StepPart } from '../core/config.ts';

/** What the losses and D's mean scores are on one batch; null where a plan has none. */
export interface Standing {
  readonly lossD: number | null;
  readonly lossG: number | null;
  /** D(x) and D(G(z)) as the objective reads them: probabilities, or raw outputs. */
  readonly scoreReal: number | null;
  readonly scoreFake: number | null;
}

/** How D's scores moved of the generated examples on the screen: the same latent points before and after. */
export interface ShownMoves {
  readonly count: number;
  /** Means over all of them. */
  readonly before: number;
  readonly after: number;
  /** So many look more real to D than before, and so many less. */
  readonly rose: number;
  readonly fell: number;
  /** The move that is largest in size, with its sign. */
  readonly largest: number;
}

/**
 * Both networks before and after one step, on a batch that is the same at every step of a run: real examples, latent
 * points and noise of its own, statistics of the batch, no dropout.
 */
export interface StepEffect {
  /** The step that it was; counts from 1. */
  readonly step: number;
  readonly part: StepPart;
  readonly before: Standing;
  readonly after: Standing;
  readonly shown: ShownMoves | null;
}
