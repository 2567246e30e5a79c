/** What can be wrong with files that the engine itself writes: checkpoints and the evaluator. */
import type { Bare } from '../coded.ts';

export interface KeepProblems {
  /** There is nothing worth writing. */
  'checkpoint.notFinite': Bare;
  /** The evaluator was trained on the set `known`. */
  'evaluator.otherData': { readonly known: string; readonly data: string };
}
