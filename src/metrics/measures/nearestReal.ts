import { meanOver } from '../classes.ts';
import type { Measure } from '../measure.ts';
import { distancesToReal } from '../neighbours.ts';
import { allOf, bootstrap } from '../resample.ts';

/**
 * The mean distance of a generated example to the nearest real one, in feature space: nearest neighbours are what
 * papers show against the charge of memorising. From 0; best near the floor, which is that of held-out real examples:
 * well below, training examples are copied; above, nothing real is like them. Interval: bootstrap of each example's
 * distance, the real examples being fixed; exact.
 */
export const measure: Measure = {
  id: 'nearestReal',
  direction: 'floor',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['features'],
  *score(bench) {
    const distances = distancesToReal((yield* bench.distances('fake')).cross);
    const floor = yield* bench.lasting('nearestReal.floor', function* () {
      const ofHeldOut = distancesToReal((yield* bench.distances('heldOut')).cross);
      return meanOver(ofHeldOut, allOf(ofHeldOut.length));
    });
    const samples = distances.length;
    return {
      value: meanOver(distances, allOf(samples)),
      floor,
      samples,
      interval: yield* bootstrap(samples, bench.stream('nearestReal'), (drawn) => meanOver(distances, drawn)),
    };
  },
};
