/** The problems of the page: what is wrong, and what to do. Those of files are in `files.ts`. */
import type { PageProblems } from '../../../../core/problems.ts';
import type { Words } from '../../../problems/words.ts';
import { backendProblems } from './backends.ts';
import { dataProblems } from './data.ts';
import { keepProblems } from './keep.ts';
import { measuringProblems } from './measuring.ts';
import { networkProblems, soundnessProblems } from './networks.ts';
import { runProblems } from './run.ts';
import { settingsProblems } from './settings.ts';

export const problems: Words<PageProblems> = {
  ...networkProblems,
  ...soundnessProblems,
  ...settingsProblems,
  ...runProblems,
  ...keepProblems,
  ...backendProblems,
  ...dataProblems,
  ...measuringProblems,
};
