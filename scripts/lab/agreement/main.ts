/** Trains a conditional recipe, and says every few steps how often it draws what it was asked for. */
import { initialState, openStream } from '../../../src/core/random.ts';
import {
  createTraining,
  drawLatent,
  gatherImages,
  gatherLabels,
  resolve,
  sample,
  startSimd,
} from '../../../src/engine/headless.ts';
import { argMaxRows } from '../../../src/metrics/matrix.ts';
import { loadWhole } from '../../build/packedData.ts';
import { openQuality } from '../../cli/evaluate/evaluator.ts';
import { CONFIG_OPTIONS, readConfig } from '../../cli/train/config.ts';
import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { secondsInPage } from './inPage.ts';
import { spread } from './spread.ts';

const SAMPLES = 1000;
const EVERY = 25;
/** The share from which on we call the digits recognisable. */
const RECOGNISABLE = 0.9;

const { values } = readArguments({
  command: 'npm run lab -- agreement',
  about: 'Says every 25 steps how often the shipped evaluator sees, in 1000 samples, the class that G was asked for.',
  options: {
    ...CONFIG_OPTIONS,
    threads: { takes: 'N', says: 'as many as the machine has cores by default' },
    page: { says: 'and how many seconds after opening the built page has taken so many steps' },
  },
});
const { config, steps } = readConfig({ recipe: 'cgan-conv', steps: '600', ...values });
if (values.page && [values.set, values.g, values.d, values.data].some(Boolean))
  throw new UsageError('--page opens a system as it is: leave out --set, --g, --d and --data.');
const { plan, data: info } = resolve(config);
if (info.kind !== 'image' || info.id !== 'mnist')
  throw new Error(`The evaluator knows MNIST’s digits, not ${info.name}.`);
if (plan.classes === 0) throw new Error(`${config.recipe} takes no classes: there is nothing to agree with.`);
const inUnit = plan.examples.kind === 'image' && plan.examples.range === 'unit';
const data = await loadWhole(info);
const threads = values.threads === undefined ? {} : { threads: wholeNumber('threads', values.threads, { least: 1 }) };
const backend = await startSimd(threads);
const { evaluator } = openQuality(data);

/** The share of images, [n, 28, 28, 1] in [−1, 1], flat, that the evaluator takes for what they are to be. */
async function agreement(images: Float32Array, wanted: Int32Array): Promise<number> {
  const { probabilities } = await evaluator.observe(images);
  return argMaxRows(probabilities).filter((found, i) => found === wanted[i]).length / wanted.length;
}

const test = Uint32Array.from({ length: info.testCount }, (_, i) => info.trainCount + i);
const testImages = gatherImages(data.pixels, 28 * 28, test, 'symmetric');
const testLabels = gatherLabels(data.labels, test);
const realSpread = spread(testImages, testLabels);
const onTest = await agreement(testImages, testLabels);
console.log(`The evaluator is right on ${(100 * onTest).toFixed(2)} % of the test digits.`);

const training = createTraining({
  config,
  plan,
  data: { ...data, capacity: info.trainCount, loaded: info.trainCount },
  backend,
});
const latent = drawLatent(plan.latent, SAMPLES, openStream(initialState(config.seed, 'agreement')));
const wanted = Int32Array.from({ length: SAMPLES }, (_, i) => i % plan.classes);
let trained = 0;
/** Where the last stretch of recognisable digits began. */
let since: { readonly step: number; readonly seconds: number } | null = null;
while (training.step() < steps) {
  const began = performance.now();
  for (let i = 0; i < EVERY && training.step() < steps; i++) training.advance('both');
  await training.readBack();
  trained += performance.now() - began;
  const drawn = sample(training.trainer(), latent, wanted);
  const values = (await drawn.data()) as Float32Array;
  const images = inUnit ? values.map((value) => 2 * value - 1) : values.slice();
  drawn.dispose();
  const share = await agreement(images, wanted);
  const variety = spread(images, wanted) / realSpread;
  since = share < RECOGNISABLE ? null : (since ?? { step: training.step(), seconds: trained / 1000 });
  console.log(
    `step ${training.step()}: ${(100 * share).toFixed(1)} % agreement, ${(100 * variety).toFixed(0)} % of the real spread within classes, after ${(trained / 1000).toFixed(1)} s of training`,
  );
}
console.log(
  since
    ? `At least ${100 * RECOGNISABLE} % from step ${since.step} on, reached after ${since.seconds.toFixed(1)} s of training.`
    : `Below ${100 * RECOGNISABLE} % in the end.`,
);
if (values.page && since) {
  const marks = [1, since.step];
  // Nothing else computes meanwhile.
  training.dispose();
  const reached = await secondsInPage(`recipe=${config.recipe}&seed=${config.seed}&run=1`, marks);
  const said = marks.map((step, i) => `step ${step} ${(reached[i] as number).toFixed(1)} s`);
  console.log(`In the built page: ${said.join(', ')} after opening.`);
}
process.exit(0);
