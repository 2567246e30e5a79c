import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import { LEAST_POINTS, OWN_EXTENT, pointsProblem } from '../core/ownPoints.ts';
import { encodeImageSet } from './imageSet.ts';
import { decodePointSet, encodePointSet, isPointSet } from './pointSet.ts';

const points = Float32Array.from({ length: 2 * LEAST_POINTS }, (_, i) => OWN_EXTENT * Math.sin(i));
const SET = { name: 'My “moons”', points };
const IMAGES = {
  ...{ name: 'pets', height: 1, width: 1, channels: 1, classes: ['cat'] },
  ...{ train: { images: Uint8Array.of(1), labels: Uint8Array.of(0) } },
  ...{ test: { images: new Uint8Array(), labels: new Uint8Array() } },
};

it('points come back as they were, and are told from images', async () => {
  expect(await decodePointSet(encodePointSet(SET))).toEqual(SET);
  expect(await isPointSet(encodePointSet(SET))).toBe(true);
  expect(await isPointSet(encodeImageSet(IMAGES))).toBe(false);
  await expect(decodePointSet(encodeImageSet(IMAGES))).rejects.toMatchObject({ problem: { code: 'images.bad' } });
});

it('points on which nobody could train are refused with the reason', async () => {
  const few = { ...SET, points: points.slice(0, 20) };
  await expect(decodePointSet(encodePointSet(few))).rejects.toMatchObject({
    problem: { code: 'points.few', count: 10 },
  });
  const outside = { ...SET, points: points.map((value, i) => (i === 7 ? 9 : value)) };
  await expect(decodePointSet(encodePointSet(outside))).rejects.toMatchObject({
    problem: { code: 'points.outside', place: 4 },
  });
});

it('whatever is done to the file, an error of ours says so, or points come that can be trained on', async () => {
  const whole = new Uint8Array(await encodePointSet(SET).arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(255), fc.nat(), async (at, to, cut) => {
      const file = whole.slice();
      // Mostly in the header, where most can go wrong.
      file[at % (cut % 2 === 0 ? 200 : file.length)] = to;
      try {
        const found = await decodePointSet(new Blob([cut % 3 === 0 ? file.slice(0, cut % file.length) : file]));
        expect(pointsProblem(found.points)).toBeNull();
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown;
        expect(thrown.problem.code).toMatch(/^points\.|^images\.bad$/);
      }
    }),
    { numRuns: 400 },
  );
});
