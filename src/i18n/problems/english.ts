/** Every problem in English: what is wrong, and what to do. */
import type { Problems } from '../../core/problems.ts';
import { backendProblems } from './backends.ts';
import { keepProblems } from './keep.ts';
import { measuringProblems } from './measuring.ts';
import { networkProblems, soundnessProblems } from './networks.ts';
import { runProblems } from './run.ts';
import { settingsProblems } from './settings.ts';
import type { Words } from './words.ts';

export const problems: Words<Problems> = {
  ...networkProblems,
  ...soundnessProblems,
  ...settingsProblems,
  ...runProblems,
  ...keepProblems,
  ...backendProblems,
  ...measuringProblems,
  text: ({ text }) => text,
};

export { cautions, layerFaults } from './networks.ts';
