/** What is said of backends and of the opening of a run, in English. */
import type { BackendNotes, BackendReason, BackendReasons, OpeningDetails } from '../../core/backends.ts';
import { say, type Words } from './words.ts';

const time = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${milliseconds.toPrecision(2)} ms`;

/** Why this backend, in a sentence. */
export const backendReasons: Words<BackendReasons> = {
  'reason.chosen': () => 'Chosen by hand.',
  'reason.only': () => 'The only backend that starts here without emulation.',
  'reason.quickest': ({ among, milliseconds }) =>
    `The quickest of ${among} that were measured: ${time(milliseconds)} a step.`,
  'reason.afterLoss': ({ lost, next }) => `The ${lost} device was lost. ${reasonOf(next)}`,
};
const reasonOf = (reason: BackendReason): string => say(backendReasons, reason);

/** What was found of a candidate, in a table. */
export const backendNotes: Words<BackendNotes> = {
  'note.measured': ({ milliseconds }) => `${time(milliseconds)} a step, measured`,
  'note.promised': ({ milliseconds, batch }) => `about ${time(milliseconds)} a step, from a batch of ${batch}`,
  'note.simdIsQuicker': () => 'not tried: simd does the same, and quicker',
  'note.lost': () => 'its device was lost',
  'note.software': ({ device }) => `a software emulation (${device}), not tried`,
};

export const openingDetails: Words<OpeningDetails> = {
  'opening.named': ({ name }) => name,
  'opening.starting': ({ id }) => `Starting ${id}`,
  'opening.measuring': ({ id }) => `Measuring a step on ${id}`,
};
