import type { KeepProblems } from '../../core/problems/keep.ts';
import type { Words } from './words.ts';

export const keepProblems: Words<KeepProblems> = {
  'checkpoint.notFinite': () => 'A weight is no longer a finite number; nothing was written.',
  'evaluator.otherData': ({ known, data }) => `The evaluator knows ${known}, not ${data}.`,
};
