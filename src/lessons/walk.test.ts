import { describe, expect, it } from 'vitest';
import type { LatentPoints } from '../protocol/latent.ts';
import { askedOf, drawnAnew, type Walk, walkOf } from './walk.ts';

/** Two rows of two classes, in a line from 0 to 1. */
const POINTS: LatentPoints = {
  prior: 'uniform',
  size: 1,
  z: Float32Array.of(0, 0.25, 1, 0.75),
  labels: Int32Array.of(3, 7, 3, 7),
};
const walk = (from: number[], middle: number[], to: number[]): Walk =>
  walkOf({
    rows: 1,
    columns: 3,
    height: 1,
    width: from.length,
    channels: 1,
    pixels: Uint8ClampedArray.from([...from, ...middle, ...to]),
    labels: null,
  });

describe('A walk half the way', () => {
  it('leads from each sample to the one of its class', () => {
    const { z, classes } = askedOf(POINTS, [0, 1]);
    expect([...z]).toEqual([0, 0.25, 0.5, 0.5, 1, 0.75]);
    expect(classes).toEqual({ kind: 'each', labels: Int32Array.of(3, 7, 3, 7, 3, 7) });
  });

  it('is nothing new where its middle is both ends, faded', () => {
    expect(drawnAnew(walk([0, 200], [100, 100], [200, 0]))).toBe(0);
    expect(drawnAnew(walk([0, 200], [0, 200], [200, 0]))).toBe(0.5);
  });

  it('says nothing where it goes nowhere', () => {
    expect(drawnAnew(walk([0, 200], [0, 200], [0, 200]))).toBeNull();
  });
});
