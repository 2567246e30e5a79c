import type { RandomStream, StreamState } from '../../core/random.ts';
import { initialState, openStream } from '../../core/random.ts';

/**
 * A run's random numbers, one stream for each purpose: so that watching a run, or stepping one network
 * alone, never shifts what another purpose draws.
 */
const PURPOSES = ['generator', 'discriminator', 'latent', 'classes', 'noise', 'dropout'] as const;
type Purpose = (typeof PURPOSES)[number];

export type Streams = Record<Purpose, RandomStream>;
export type StreamStates = Readonly<Record<Purpose, StreamState>>;

const forEachPurpose = <T>(make: (purpose: Purpose) => T): Record<Purpose, T> =>
  Object.fromEntries(PURPOSES.map((purpose) => [purpose, make(purpose)])) as Record<Purpose, T>;

/** @param of who draws, where it is not the training itself */
export const openStreams = (seed: number, of = ''): Streams =>
  forEachPurpose((purpose) => openStream(initialState(seed, `${of}${purpose}`)));
export const streamStates = (streams: Streams): StreamStates => forEachPurpose((purpose) => streams[purpose].state());
export const reopenStreams = (states: StreamStates): Streams =>
  forEachPurpose((purpose) => openStream(states[purpose]));
