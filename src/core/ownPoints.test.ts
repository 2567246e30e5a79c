import { describe, expect, it } from 'vitest';
import { isBrought } from './dataSet.ts';
import { isOwnPoints, LEAST_POINTS, MOST_POINTS, OWN_EXTENT, ownPointsId, pointsProblem } from './ownPoints.ts';

const many = (count: number): Float32Array => new Float32Array(2 * count).fill(0.5);

describe('points of one’s own', () => {
  it('are neither too few nor too many', () => {
    expect(pointsProblem(many(LEAST_POINTS))).toBeNull();
    expect(pointsProblem(many(MOST_POINTS))).toBeNull();
    expect(pointsProblem(many(LEAST_POINTS - 1))).toMatchObject({ code: 'points.few', count: LEAST_POINTS - 1 });
    expect(pointsProblem(many(MOST_POINTS + 1))).toMatchObject({ code: 'points.many', count: MOST_POINTS + 1 });
    expect(pointsProblem(new Float32Array())).toMatchObject({ code: 'points.few', count: 0 });
  });

  it.each([OWN_EXTENT + 0.01, -3, Number.NaN, Number.POSITIVE_INFINITY])(
    'lie in the square, and not at %d',
    (value) => {
      const points = many(LEAST_POINTS);
      points[2 * 41 + 1] = value;
      expect(pointsProblem(points)).toMatchObject({ code: 'points.outside', place: 42, x: 0.5, y: Math.fround(value) });
    },
  );

  it('are pairs', () => {
    expect(pointsProblem(many(LEAST_POINTS + 1).subarray(1))).toMatchObject({ code: 'points.outside' });
  });

  it('have an id of sets that were brought, which says what they are', () => {
    expect(isBrought(ownPointsId(3))).toBe(true);
    expect([ownPointsId(3), 'file:3', 'ring'].map(isOwnPoints)).toEqual([true, false, false]);
  });
});
