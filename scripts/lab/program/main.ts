/** Prints a training step as the program that it becomes, or what each pass makes of it. */
import { dataSets } from '../../../src/data/sets/index.ts';
import { resolve, startSimd } from '../../../src/engine/headless.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import { findRecipe, recipes } from '../../../src/gan/recipes/index.ts';
import { totalFlops } from '../../../src/program/flops.ts';
import { PASSES } from '../../../src/program/passes/index.ts';
import { print } from '../../../src/program/print.ts';
import { readArguments, sayEngineErrors, UsageError, wholeNumber } from '../../options.ts';
import { median } from '../tables.ts';
import { timeJobs } from './jobs.ts';
import { type Written, write } from './written.ts';

const ids = recipes.map(({ id }) => id).join(', ');
const { words, values } = readArguments({
  command: 'npm run lab -- program',
  about: 'Prints a training step of a system as the program that it is compiled to.',
  words: { usage: 'SYSTEM', name: 'SYSTEM', says: ids },
  options: {
    data: { takes: 'ID', says: 'what it is trained on; what the system names first by default' },
    width: { takes: 'W', says: 'of its networks; the paper’s by default' },
    batch: { takes: 'N', says: 'examples in a batch; the paper’s by default' },
    summary: { says: 'only what it comes to' },
    passes: { says: 'what it comes to with each pass left out, and the milliseconds that it takes' },
    jobs: { says: 'where its milliseconds go, job by job' },
    threads: { takes: 'N', says: 'for those milliseconds; two by default' },
  },
});
const [id = ''] = words;
const recipe = findRecipe(id);
if (!recipe) throw new UsageError(`There is no system “${id}”; there are ${ids}.`);

const { data = firstOffer(recipe, dataSets).id, width, batch } = values;
const params = { ...(width && { width: Number(width) }), ...(batch && { batch: Number(batch) }) };
const { plan } = await sayEngineErrors(Promise.resolve().then(() => resolve({ recipe: id, data, seed: 1, params })));
const threads = values.threads === undefined ? 2 : wholeNumber('threads', values.threads, { least: 1 });
await startSimd({ threads });

/** GFLOP/s of the best product of two threads on the machine of docs/simd.md. */
const PEAK = 115;

const inShort = (value: number): number => Number(value.toPrecision(3));
const sumUp = ({ program, counts }: Written) => ({
  operations: program.operations.length,
  jobs: counts.jobs,
  GFLOP: inShort(totalFlops(program) / 1e9),
  'MB between operations': inShort(counts.bytes / 1e6),
});

/** Each in turn, so that whatever else the machine does falls on all alike. */
function timed(runs: readonly (() => void)[], samples = 15): readonly number[] {
  const taken = runs.map((): number[] => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [i, run] of runs.entries()) {
      const began = performance.now();
      run();
      taken[i]?.push(performance.now() - began);
    }
  }
  return taken.map(median);
}

if (values.jobs) {
  const { step, jobs, flops } = timeJobs(await write(plan));
  const inJobs = [...jobs.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const floor = flops / PEAK / 1e6;
  const share = (milliseconds: number) => `${((100 * milliseconds) / step).toFixed(1)} %`;
  const rows = [...jobs].toSorted(([, a], [, b]) => b.milliseconds - a.milliseconds);
  console.table(
    Object.fromEntries(
      rows.map(([name, { count, milliseconds }]) => [
        name,
        { jobs: count, ms: inShort(milliseconds), share: share(milliseconds) },
      ]),
    ),
  );
  console.log(`A step: ${step.toFixed(2)} ms, ${share(step - inJobs)} of it outside jobs.`);
  console.log(
    `Multiplications done: ${inShort(flops / 1e9)} GFLOP, at ${PEAK} GFLOP/s ${floor.toFixed(2)} ms: ${share(floor)}.`,
  );
} else if (values.passes) {
  const variants = ['none', ...PASSES, 'all'] as const;
  const without = variants.map((name) => (name === 'none' ? [] : name === 'all' ? PASSES : [name]));
  const written = [];
  for (const names of without) written.push(await write(plan, names));
  const milliseconds = timed(written.map(({ run }) => run));
  const rows = written.map((each, i) => ({ ...sumUp(each), 'ms, median': inShort(milliseconds[i] as number) }));
  console.table(Object.fromEntries(variants.map((name, i) => [`without ${name}`, rows[i]])));
} else {
  const written = await write(plan);
  if (!values.summary) console.log(`${print(written.program)}\n`);
  const { program, counts } = written;
  const rows = {
    ...sumUp(written),
    'MB of an eager step': inShort(written.eagerBytes / 1e6),
    'kernels of JavaScript': counts.borrowed,
    'taken from outside': program.events.length,
  };
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(24)} ${value}`);
}
process.exit(0);
