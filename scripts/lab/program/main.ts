/** Prints a training step as the program that it becomes. */
import { initialState, openStream } from '../../../src/core/random.ts';
import { dataSets } from '../../../src/data/sets/index.ts';
import {
  accelerated,
  type Batch,
  createTrainer,
  recordStep,
  resolve,
  startSimd,
  stateOf,
} from '../../../src/engine/headless.ts';
import { shapeOf } from '../../../src/gan/examples.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import type { Plan } from '../../../src/gan/plan.ts';
import { findRecipe, recipes } from '../../../src/gan/recipes/index.ts';
import { totalFlops } from '../../../src/program/flops.ts';
import { print } from '../../../src/program/print.ts';
import { sizeOf } from '../../../src/program/program.ts';
import { readArguments, sayEngineErrors, UsageError } from '../../options.ts';

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
  },
});
const [id = ''] = words;
const recipe = findRecipe(id);
if (!recipe) throw new UsageError(`There is no system “${id}”; there are ${ids}.`);

/** Random numbers in the shape of examples: a program does not depend on what is in them. */
function batchFor({ batch, examples, classes, supervision }: Plan): Batch {
  const stream = openStream(initialState(1, 'program'));
  const draw = (count: number, known: number) => ({
    images: stream.uniform(new Float32Array(count * sizeOf(shapeOf(examples)))),
    labels: stream.integers(new Int32Array(count), Math.max(1, known)),
  });
  return { ...draw(batch, classes), ...(supervision && { labelled: draw(supervision.batch, supervision.classes) }) };
}

const { data = firstOffer(recipe, dataSets).id, width, batch } = values;
const params = { ...(width && { width: Number(width) }), ...(batch && { batch: Number(batch) }) };
const { plan } = await sayEngineErrors(Promise.resolve().then(() => resolve({ recipe: id, data, seed: 1, params })));
await startSimd({ threads: 1 });
const trainer = createTrainer(plan, 1);
const examples = batchFor(plan);
const { program } = recordStep(trainer, 'both', () => examples, 1);
const written = program();
if (!written) throw new UsageError(`A step of ${id} cannot be written down.`);
const state = stateOf(trainer).map(({ tensor }) => tensor);
const compile = await accelerated.get('simd')?.compiler.arrived();
const compiled = compile?.(written, state);
if (!values.summary) console.log(`${print(written)}\n`);
const rows = {
  operations: written.operations.length,
  jobs: compiled?.counts.jobs,
  'kernels of JavaScript': compiled?.counts.borrowed,
  'taken from outside': written.events.length,
  'billion floating-point operations': Number((totalFlops(written) / 1e9).toPrecision(3)),
  'megabytes between its operations': Number(((compiled?.counts.bytes ?? 0) / 1e6).toPrecision(3)),
};
for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(34)} ${value}`);
process.exit(0);
