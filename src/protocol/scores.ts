/** Measuring the quality of samples. */
import type { MeanPictures, Measured, Score } from '../core/score.ts';
import type { RunId } from './runId.ts';

export type { Score };

export interface MeasuringSettings {
  /**
   * Steps between two measurings while training; null for none. Where one takes longer, the next begins when it is done.
   */
  readonly every: number | null;
  /** Generated examples, and as many real ones. */
  readonly samples: number;
  /** Ids of measures. Those that do not apply to the data are left out. */
  readonly chosen: readonly string[];
}

/** The classifier whose features and class probabilities the measures look at. */
export type EvaluatorInfo =
  /** Points in the plane are looked at as they are. */
  | { readonly kind: 'none' }
  | { readonly kind: 'shipped' }
  /** Trained during this visit; its share of right answers on images it was not trained on. */
  | { readonly kind: 'trained'; readonly accuracy: number }
  /** There is none for such images until `trainEvaluator` has made one. */
  | { readonly kind: 'missing' };

/** What G was worth at one step. */
export interface Scores extends Measured {
  readonly type: 'scores';
  readonly run: RunId;
  /** Null for points. */
  readonly means: MeanPictures | null;
}

/** `evaluator`: it is fetched; `data`: the set is still being loaded; the others are of the measuring itself. */
export type MeasuringStage = 'evaluator' | 'data' | 'samples' | 'features' | 'measures';
