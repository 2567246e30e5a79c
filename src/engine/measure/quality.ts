/**
 * Scores of a generator, or of real examples: draws, lets the evaluator look, and runs the measures. All of it in pieces
 * of a few milliseconds, between which others have their turn. Points in the plane are looked at as they are.
 */

import { badConfig } from '../../core/errors.ts';
import { sizeOf } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import { modesOf } from '../../data/drawn.ts';
import { gatherLabels } from '../../data/images.ts';
import { gatherPoints, type LoadedExamples, type LoadedPoints } from '../../data/points.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { ImageSpec, Plan } from '../../gan/plan.ts';
import { measures, measuresFor, scoreAll } from '../../metrics/index.ts';
import { meanDigits } from '../../metrics/meanDigits.ts';
import type { Measure } from '../../metrics/measure.ts';
import type { Examples, Modes, Score } from '../../metrics/score.ts';
import type { Slices } from '../../metrics/slices.ts';
import { createWorkbench, type Lasting } from '../../metrics/workbench.ts';
import type { Scores } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { realImages } from '../step/batch.ts';
import { drawLatent } from '../step/latent.ts';
import type { Sampled } from '../step/trainer.ts';
import { toBytes } from '../view/samples.ts';
import { createBreath } from './breath.ts';
import { drawPieces } from './drawPieces.ts';
import type { Evaluator } from './evaluator/evaluator.ts';
import { asSeen } from './evaluator/seen.ts';

/** Real images that are gathered at a time. */
const GATHERED = 50;

export interface QualityOptions {
  readonly data: LoadedExamples;
  /** Null for points in the plane, which need none. */
  readonly evaluator: Evaluator | null;
  /** On each side; real examples are drawn twice as many, the second half for the floor. */
  readonly samples: number;
  readonly seed: number;
  /** Ids of measures; all that can be had, unless told otherwise. */
  readonly chosen?: readonly string[];
  /** Lets other things in. */
  pause(): Promise<void>;
  onProgress?(stage: QualityStage, share: number): void;
}

export type QualityStage = 'samples' | 'features' | 'measures';

/** Real examples and those held out, with what was computed of them: to be kept while the options are the same. */
export interface RealSide {
  readonly real: Examples;
  readonly heldOut: Examples;
  readonly lasted: Lasting;
}

/** What is found of a generator. */
export type Judged = Pick<Scores, 'scores' | 'means'>;

const modesIn = ({ info }: LoadedPoints): { readonly modes?: Modes } => {
  const modes = modesOf(info);
  if (!modes) return {};
  const centres = { rows: modes.centres.length, columns: 2, values: Float64Array.from(modes.centres.flat()) };
  return { modes: { centres, deviation: modes.deviation } };
};

/** Points are their own features. */
const pointExamples = (data: LoadedPoints, points: Float32Array): Examples => ({
  features: { rows: points.length / 2, columns: 2, values: points },
  ...modesIn(data),
});

function needEvaluator({ evaluator, data }: QualityOptions): Evaluator {
  if (!evaluator) throw badConfig({ code: 'evaluator.missing', data: data.info.name });
  return evaluator;
}

/** @param images [n, height, width, channels], flat, in the range of `image` */
async function imageExamples(
  options: QualityOptions,
  image: ImageSpec,
  images: Float32Array,
  labels: Int32Array | null,
): Promise<Examples> {
  const evaluator = needEvaluator(options);
  const breathe = createBreath(options.pause);
  const bytes = new Float32Array(toBytes(images, image.range));
  const symmetric = image.range === 'symmetric' ? images : images.map((value) => 2 * value - 1);
  const { features, probabilities } = await evaluator.observe(symmetric, async (share) => {
    options.onProgress?.('features', share);
    await breathe();
  });
  const { rows } = features;
  return {
    features,
    probabilities,
    images: { rows, columns: images.length / rows, values: bytes },
    ...(labels && { labels }),
  };
}

/** Images that are drawn rather than stored take their time. */
async function gatherSlowly({ pause }: QualityOptions, image: ImageSpec, data: LoadedImages, indices: Uint32Array) {
  const breathe = createBreath(pause);
  const size = sizeOf(shapeOf(image));
  const images = new Float32Array(indices.length * size);
  for (let start = 0; start < indices.length; start += GATHERED) {
    images.set(realImages(image, data, indices.subarray(start, start + GATHERED)), start * size);
    await breathe();
  }
  return images;
}

/** @param image as the networks see it; null for points */
async function realExamples(options: QualityOptions, image: ImageSpec | null, indices: Uint32Array): Promise<Examples> {
  const { data } = options;
  switch (data.kind) {
    case 'image': {
      const seen = asSeen(image ?? plainImage(data));
      return imageExamples(
        options,
        seen,
        await gatherSlowly(options, seen, data, indices),
        gatherLabels(data.labels, indices),
      );
    }
    case 'points':
      return pointExamples(data, gatherPoints(data.points, indices));
    default:
      return data satisfies never;
  }
}

const plainImage = ({ info: { height, width, channels } }: LoadedImages): ImageSpec => ({
  kind: 'image',
  height,
  width,
  channels,
  range: 'symmetric',
  resize: 'bilinear',
  scaledTwice: false,
});

/**
 * Samples drawn as the plan says, from a stream of their own: classes in turn.
 *
 * @returns [samples, …example], flat, in the plan's range
 */
async function drawSamples(source: Sampled, backend: StartedBackend, options: QualityOptions) {
  const { samples, seed, pause, onProgress } = options;
  const { latent: space, classes } = source.plan;
  const breathe = createBreath(pause);
  const latent = drawLatent(space, samples, openStream(initialState(seed, 'quality')));
  const labels = classes > 0 ? Int32Array.from({ length: samples }, (_, i) => i % classes) : null;
  const values = await drawPieces(source, backend, { latent, labels }, async (drawn) => {
    onProgress?.('samples', drawn / samples);
    await breathe();
  });
  return { values, labels };
}

async function fakeExamples(source: Sampled, backend: StartedBackend, options: QualityOptions): Promise<Examples> {
  const { examples } = source.plan;
  const { values, labels } = await drawSamples(source, backend, options);
  switch (examples.kind) {
    case 'image':
      return imageExamples(options, examples, values, labels);
    case 'points':
      return options.data.kind === 'points' ? pointExamples(options.data, values) : {};
    default:
      return examples satisfies never;
  }
}

/** Runs slices until the budget is spent, pauses, and goes on. */
async function inSlices<Result>(work: Slices<Result>, pause: () => Promise<void>): Promise<Result> {
  const breathe = createBreath(pause);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await breathe();
  }
}

/**
 * What generators are compared with: training examples.
 *
 * @param plan what the networks are trained on; null for images as they are in the set
 * @throws EngineError `bad-config` if there are too few.
 */
export async function drawReal(options: QualityOptions, plan: Plan | null): Promise<RealSide> {
  const { data, samples, seed } = options;
  const count = Math.min(data.info.trainCount, data.capacity);
  if (2 * samples > count) {
    const most = Math.floor(count / 2);
    throw badConfig({ code: 'measuring.tooMany', samples, data: data.info.name, count, most });
  }
  const image = plan?.examples.kind === 'image' ? plan.examples : null;
  const order = openStream(initialState(seed, 'quality-real')).permutation(count);
  const real = await realExamples(options, image, order.slice(0, samples));
  const heldOut = await realExamples(options, image, order.slice(samples, 2 * samples));
  return { real, heldOut, lasted: new Map() };
}

/** @throws EngineError `bad-config` for an id that no measure has. */
export function findMeasures(ids: readonly string[]): readonly Measure[] {
  const unknown = ids.find((id) => !measures.some((measure) => measure.id === id));
  if (unknown !== undefined)
    throw badConfig({ code: 'measure.unknown', id: unknown, known: measures.map(({ id }) => id) });
  return measures.filter(({ id }) => ids.includes(id));
}

function compare(options: QualityOptions, { real, heldOut, lasted }: RealSide, fake: Examples) {
  const subjects = { real, heldOut, fake };
  const possible = measuresFor(subjects);
  const wanted = options.chosen && findMeasures(options.chosen);
  const chosen = wanted ? possible.filter((measure) => wanted.includes(measure)) : possible;
  const onScore = (done: number) => options.onProgress?.('measures', done / chosen.length);
  return inSlices(scoreAll(subjects, { seed: options.seed, chosen, lasted, onScore }), options.pause);
}

/** The mean image of each class; null for points. */
async function compareMeans(options: QualityOptions, { real, heldOut, lasted }: RealSide, fake: Examples, plan: Plan) {
  const bench = createWorkbench({ real, heldOut, fake }, options.seed, lasted);
  const means = await inSlices(meanDigits(bench), options.pause);
  if (!means || plan.examples.kind !== 'image') return null;
  const { height, width, channels } = plan.examples;
  return { ...means, height, width, channels };
}

/**
 * Scores of G's samples against training examples, and the mean images of both.
 *
 * @param side as `drawReal` returned it for the same data, evaluator, number of samples and seed
 */
export async function judgeGenerator(
  source: Sampled,
  backend: StartedBackend,
  options: QualityOptions,
  side: RealSide,
): Promise<Judged> {
  const fake = await fakeExamples(source, backend, options);
  const means = await compareMeans(options, side, fake, source.plan);
  return { scores: await compare(options, side, fake), means };
}

/**
 * Scores of G's samples against training examples.
 *
 * @throws EngineError `bad-config` if there is no evaluator for such images, or there are too few.
 */
export async function scoreGenerator(
  source: Sampled,
  backend: StartedBackend,
  options: QualityOptions,
): Promise<readonly Score[]> {
  const side = await drawReal(options, source.plan);
  return (await judgeGenerator(source, backend, options, side)).scores;
}

/** The reference row: official test examples against training examples. */
export async function scoreReal(options: QualityOptions): Promise<readonly Score[]> {
  const { info } = options.data;
  const order = openStream(initialState(options.seed, 'quality-test')).permutation(info.testCount);
  const indices = order.slice(0, options.samples).map((index) => info.trainCount + index);
  const side = await drawReal(options, null);
  return compare(options, side, await realExamples(options, null, indices));
}
