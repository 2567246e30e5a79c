/**
 * How much processor time does each measure take, and how much its longest slice? (A slice's clock time is longer where
 * others use the machine.)
 */

import { measures } from '../../../src/metrics/index.ts';
import { subjects } from '../../../src/metrics/testing/samples.ts';
import { createWorkbench, type Lasting } from '../../../src/metrics/workbench.ts';
import { readArguments, wholeNumber } from '../../options.ts';

const { values } = readArguments({
  command: 'npm run lab -- measure-times',
  about: 'Times each quality measure, and its longest slice.',
  options: {
    samples: { takes: 'N', says: 'on each side; 1000 by default' },
    features: { takes: 'N', says: '64 by default' },
  },
});
const samples = wholeNumber('samples', values.samples ?? '1000', { least: 20 });
const features = wholeNumber('features', values.features ?? '64', { least: 1 });
const examples = subjects(samples, features, { mean: 0.1 });

interface Times {
  readonly milliseconds: number;
  readonly longestSlice: number;
}

function time(work: Generator<void, unknown, void>): Times {
  let milliseconds = 0;
  let longestSlice = 0;
  for (let done: boolean | undefined = false; !done; ) {
    const began = process.cpuUsage();
    done = work.next().done;
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    milliseconds += took;
    longestSlice = Math.max(longestSlice, took);
  }
  return { milliseconds: Math.round(milliseconds), longestSlice: Math.round(10 * longestSlice) / 10 };
}

function timeAll(lasted: Lasting): Record<string, Times> {
  const bench = createWorkbench(examples, 1, lasted);
  const rows: Record<string, Times> = { 'distances, generated': time(bench.distances('fake')) };
  for (const measure of measures) rows[measure.id] = time(measure.score(bench));
  return rows;
}

const sum = (rows: Record<string, Times>): number =>
  Object.entries(rows)
    .filter(([id]) => id !== 'wasserstein')
    .reduce((total, [, { milliseconds }]) => total + milliseconds, 0);

const size = `${samples} samples of ${features} features`;
const cold = sum(timeAll(new Map()));
const lasted: Lasting = new Map();
const first = timeAll(lasted);
const later = timeAll(lasted);
const both = Object.entries(first).map(([id, times]) => [
  id,
  { ...times, 'real side kept': later[id]?.milliseconds, 'its longest slice': later[id]?.longestSlice },
]);
console.table(Object.fromEntries(both));
console.log(
  `${size}, all but Wasserstein: ${sum(first)} ms as above; ${sum(later)} ms again with the same real examples; the first time, with compilation, ${cold} ms.`,
);
