import { expect, it } from 'vitest';
import type { Kept } from '../stage/kept.ts';
import { betweenClasses, eachClass, inPlane, ofClass, onTheWay } from './asking.ts';

const kept: readonly Kept[] = [
  { id: 1, z: Float32Array.of(-1, 0), label: 0 },
  { id: 2, z: Float32Array.of(1, 0), label: 1 },
  { id: 3, z: Float32Array.of(1, 1), label: 1 },
];

it('the way leads through all that are kept, and their classes mix as one goes', () => {
  const { z, classes } = onTheWay('uniform', kept, [0, 0.5, 1, 1.5, 2], 3);
  expect([...z]).toEqual([-1, 0, 0, 0, 1, 0, 1, 0.5, 1, 1]);
  expect(classes?.kind === 'mixed' && [...classes.shares]).toEqual([1, 0, 0, 0.5, 0.5, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]);
});

it('where G is told no class, none is asked for', () => {
  const bare = kept.map((one) => ({ ...one, label: null }));
  expect(onTheWay('uniform', bare, [0.5], 0).classes).toBeNull();
  expect(inPlane('uniform', bare, [1, 0, 0], 0)).toEqual({ z: Float32Array.of(-1, 0), classes: null });
  expect(ofClass([Float32Array.of(1)], null).classes).toBeNull();
});

it('in the plane shares sum to 1, also beyond the triangle', () => {
  const { classes } = inPlane('uniform', kept, [1.2, 0.3, -0.5], 2);
  const shares = classes?.kind === 'mixed' ? [...classes.shares] : [];
  expect(shares[0]).toBeCloseTo(0.8);
  expect(shares[1]).toBeCloseTo(0.2);
});

it('one z is asked for in every class, or between two of them', () => {
  expect(eachClass(Float32Array.of(1, 2), 2)).toEqual({
    z: Float32Array.of(1, 2, 1, 2),
    classes: { kind: 'each', labels: Int32Array.of(0, 1) },
  });
  const { classes } = betweenClasses(Float32Array.of(1), [0, 2], 0.25, 3);
  expect(classes?.kind === 'mixed' && [...classes.shares]).toEqual([0.75, 0, 0.25]);
  const same = betweenClasses(Float32Array.of(1), [1, 1], 0.25, 2).classes;
  expect(same?.kind === 'mixed' && [...same.shares]).toEqual([0, 1]);
});
