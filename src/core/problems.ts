/** All that can go wrong, as codes with parameters. The sentences are in `i18n/problems/`. */
import type { Coded } from './coded.ts';
import type { BackendProblems } from './problems/backend.ts';
import type { DataProblems } from './problems/data.ts';
import type { BringProblems } from './problems/files.ts';
import type { KeepProblems } from './problems/keep.ts';
import type { MeasuringProblems } from './problems/measuring.ts';
import type { NetworkProblems, SoundnessProblems } from './problems/networks.ts';
import type { RunProblems } from './problems/run.ts';
import type { SettingsProblems } from './problems/settings.ts';

/** Those that any part of the page may have to say. */
export interface PageProblems
  extends NetworkProblems,
    SoundnessProblems,
    SettingsProblems,
    RunProblems,
    KeepProblems,
    BackendProblems,
    MeasuringProblems,
    DataProblems {}

/** Those of files that people bring are said where they do. */
export interface Problems extends PageProblems, BringProblems {}

export type Problem = Coded<Problems>;

/** A problem in one line for a log: its code, and its parameters as JSON. */
export const logged = ({ code, ...params }: Problem): string =>
  Object.keys(params).length > 0 ? `${code} ${JSON.stringify(params)}` : code;
