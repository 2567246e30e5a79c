import type { PointSetInfo } from '../core/dataSet.ts';
import { initialState, openStream } from '../core/random.ts';
import { pointDrawer } from './drawn.ts';
import type { LoadedImages } from './shards.ts';

export interface LoadedPoints {
  readonly kind: 'points';
  readonly info: PointSetInfo;
  /** [capacity, 2] */
  readonly points: Float32Array<ArrayBuffer>;
  readonly capacity: number;
  /** All of them: nothing is fetched. */
  readonly loaded: number;
}

/** The examples of a run, of whatever kind. */
export type LoadedExamples = LoadedImages | LoadedPoints;

/**
 * Draws the training points of a run: as many as the set says, from a stream of the run's seed that nothing else
 * uses. They are handed out in the same way as images, so a snapshot needs no more than the place in that order.
 */
export function drawPointSet(info: PointSetInfo, seed: number): LoadedPoints {
  const count = info.trainCount;
  const points = pointDrawer(info)(openStream(initialState(seed, `data.${info.id}`)), count);
  return { kind: 'points', info, points, capacity: count, loaded: count };
}

/** The picked points, [indices.length, 2]. */
export function gatherPoints(points: Float32Array, indices: Uint32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(2 * indices.length);
  for (const [i, index] of indices.entries()) {
    out[2 * i] = points[2 * index] as number;
    out[2 * i + 1] = points[2 * index + 1] as number;
  }
  return out;
}
