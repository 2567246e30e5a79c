import { initialState, openStream, type RandomStream } from '../../core/random.ts';
import { PURPOSES, type Purpose, type StreamStates } from '../../core/snapshot.ts';

/**
 * A run's random numbers, one stream for each purpose: so that watching a run, or stepping one network
 * alone, never shifts what another purpose draws.
 */
export type Streams = Record<Purpose, RandomStream>;

const forEachPurpose = <T>(make: (purpose: Purpose) => T): Record<Purpose, T> =>
  Object.fromEntries(PURPOSES.map((purpose) => [purpose, make(purpose)])) as Record<Purpose, T>;

/** @param of who draws, where it is not the training itself */
export const openStreams = (seed: number, of = ''): Streams =>
  forEachPurpose((purpose) => openStream(initialState(seed, `${of}${purpose}`)));
export const streamStates = (streams: Streams): StreamStates => forEachPurpose((purpose) => streams[purpose].state());
export const reopenStreams = (states: StreamStates): Streams =>
  forEachPurpose((purpose) => openStream(states[purpose]));
