/**
 * What the page and the engine say to each other. Types only.
 *
 * Requests are one map, name -> [request, response]; events are one union. The engine implements
 * `PlaygroundEngine` in process, the worker's client implements the same interface across `postMessage`,
 * so nobody who holds one can tell which it is.
 */

export type * from '../core/views.ts';
export type * from './effects.ts';
export type * from './engine.ts';
export type * from './events.ts';
export type * from './latent.ts';
export type * from './life.ts';
export type * from './messages.ts';
export type * from './playing.ts';
export type * from './requests.ts';
export type * from './runId.ts';
export type * from './runs.ts';
export type * from './scores.ts';
