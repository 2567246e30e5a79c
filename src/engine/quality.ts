/** Scores of a generator, or of real examples: draws, lets the evaluator look, and runs the measures. */
import { EngineError } from '../core/errors.ts';
import { formatShape, sizeOf } from '../core/network.ts';
import { initialState, openStream } from '../core/random.ts';
import { gatherImages, gatherLabels } from '../data/images.ts';
import type { LoadedImages } from '../data/shards.ts';
import { shapeOf } from '../gan/examples.ts';
import { scoreAll } from '../metrics/index.ts';
import type { Examples, Score } from '../metrics/score.ts';
import type { Slices } from '../metrics/slices.ts';
import type { StartedBackend } from './backends/backend.ts';
import type { Evaluator } from './evaluator.ts';
import { drawLatent } from './latent.ts';
import { toBytes } from './samples.ts';
import { sample, type Trainer } from './trainer.ts';

/** Samples that G draws at a time. */
const BATCH = 100;
/** Milliseconds of measuring between two pauses. */
const BUDGET_MS = 8;

export interface QualityOptions {
  readonly evaluator: Evaluator;
  readonly data: LoadedImages;
  /** On each side; real examples are drawn twice as many, the second half for the floor. */
  readonly samples: number;
  readonly seed: number;
  /** Lets other things in. */
  pause(): Promise<void>;
}

async function examplesOf(
  evaluator: Evaluator,
  images: Float32Array,
  range: 'symmetric' | 'unit',
  labels: Int32Array | null,
): Promise<Examples> {
  const bytes = toBytes(images, range);
  const symmetric = range === 'symmetric' ? images : images.map((value) => 2 * value - 1);
  const { features, probabilities } = await evaluator.observe(symmetric);
  const { rows } = features;
  const columns = images.length / rows;
  return {
    features,
    probabilities,
    images: { rows, columns, values: Float32Array.from(bytes) },
    ...(labels && { labels }),
  };
}

const realExamples = ({ evaluator, data }: QualityOptions, indices: Uint32Array): Promise<Examples> => {
  const { height, width, channels } = data.info;
  const images = gatherImages(data.pixels, height * width * channels, indices, 'symmetric');
  return examplesOf(evaluator, images, 'symmetric', gatherLabels(data.labels, indices));
};

/**
 * Samples drawn as the plan says, in batches, from a stream of their own: classes in turn.
 *
 * @returns [samples, height, width, channels], flat, in the plan's range
 */
async function drawSamples(trainer: Trainer, samples: number, seed: number, backend: StartedBackend) {
  const { latent, classes } = trainer.plan;
  const points = drawLatent(latent, samples, openStream(initialState(seed, 'quality')));
  const labels = classes > 0 ? Int32Array.from({ length: samples }, (_, i) => i % classes) : null;

  const size = sizeOf(shapeOf(trainer.plan.examples));
  const images = new Float32Array(samples * size);
  for (let start = 0; start < samples; start += BATCH) {
    const end = Math.min(start + BATCH, samples);
    backend.activate();
    const drawn = sample(
      trainer,
      points.slice(start * latent.size, end * latent.size),
      labels?.slice(start, end) ?? null,
    );
    // A sync point.
    images.set(await backend.guard(drawn.data<'float32'>()).finally(() => drawn.dispose()), start * size);
  }
  return { images, labels };
}

/** Runs slices until the budget is spent, pauses, and goes on. */
async function inSlices<Result>(work: Slices<Result>, pause: () => Promise<void>): Promise<Result> {
  for (let began = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began < BUDGET_MS) continue;
    await pause();
    began = performance.now();
  }
}

async function compare(options: QualityOptions, fake: Examples): Promise<readonly Score[]> {
  const { data, samples, seed } = options;
  if (2 * samples > data.info.trainCount)
    throw new EngineError('bad-config', `There are not ${2 * samples} real examples to compare with.`);
  const order = openStream(initialState(seed, 'quality-real')).permutation(data.info.trainCount);
  const real = await realExamples(options, order.slice(0, samples));
  const heldOut = await realExamples(options, order.slice(samples, 2 * samples));
  return inSlices(scoreAll({ real, heldOut, fake }, { seed }), options.pause);
}

/**
 * Scores of G's samples against training examples.
 *
 * @throws EngineError `bad-config` if the evaluator does not know such images, or there are too few.
 */
export async function scoreGenerator(
  trainer: Trainer,
  backend: StartedBackend,
  options: QualityOptions,
): Promise<readonly Score[]> {
  const { examples } = trainer.plan;
  const { info } = options.data;
  const isKnown = formatShape(shapeOf(examples)) === formatShape([info.height, info.width, info.channels]);
  if (examples.kind !== 'image' || !isKnown)
    throw new EngineError('bad-config', `The evaluator knows ${info.height}×${info.width}×${info.channels} images.`);
  const { images, labels } = await drawSamples(trainer, options.samples, options.seed, backend);
  return compare(options, await examplesOf(options.evaluator, images, examples.range, labels));
}

/** The reference row: official test examples against training examples. */
export async function scoreReal(options: QualityOptions): Promise<readonly Score[]> {
  const { info } = options.data;
  const order = openStream(initialState(options.seed, 'quality-test')).permutation(info.testCount);
  const indices = order.slice(0, options.samples).map((index) => info.trainCount + index);
  return compare(options, await realExamples(options, indices));
}
