import { meanOver } from '../classes.ts';
import { confusionMatrix } from '../confusion.ts';
import { argMaxRows, type Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { allOf, bootstrap } from '../resample.ts';

const matches = (probabilities: Matrix, wanted: Int32Array): Float64Array =>
  Float64Array.from(argMaxRows(probabilities), (found, i) => Number(found === wanted[i]));

/**
 * Class agreement of a conditional generator: how often the classifier finds the class that was asked for (as in
 * Odena et al. 2017, section 4.2). From 0 to 1; higher is better. The floor is the classifier's own accuracy on real
 * examples. The table is the confusion matrix: rows: asked for, columns: found. Interval: bootstrap of the examples, exact.
 */
export const measure: Measure = {
  id: 'agreement',
  direction: 'higher',
  range: [0, 1],
  needs: ['probabilities', 'labels'],
  *score(bench) {
    const fake = bench.part('fake', 'probabilities');
    const heldOut = bench.part('heldOut', 'probabilities');
    const wanted = bench.part('fake', 'labels');
    const right = matches(fake, wanted);
    const all = allOf(fake.rows);
    return {
      value: meanOver(right, all),
      floor: yield* bench.lasting('agreement.floor', function* () {
        yield;
        return meanOver(matches(heldOut, bench.part('heldOut', 'labels')), allOf(heldOut.rows));
      }),
      samples: fake.rows,
      interval: yield* bootstrap(fake.rows, bench.stream('agreement'), (drawn) => meanOver(right, drawn)),
      table: confusionMatrix(wanted, argMaxRows(fake), fake.columns),
    };
  },
};
