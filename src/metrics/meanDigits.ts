/**
 * The overlay, a comparison made of GAN and DRAGAN: all images of one digit averaged, generated beside real, with the
 * PSNR of the two.
 * Blind to a collapse onto the mean: a generator that always draws the mean digit scores best.
 */
import { argMaxRows } from './matrix.ts';
import { meanOf, type Pictures, psnr } from './measures/meanImage.ts';
import { allOf } from './resample.ts';
import type { MeanDigits, MeanImage, MeanPair, Subjects } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

interface Mean {
  readonly count: number;
  /** [pixels], 0 to 255 */
  readonly values: Float64Array;
}

/** By class; null where there is no example. */
type Means = readonly (Mean | null)[];

const countOf = (labels: Int32Array, label: number): number =>
  labels.reduce((sum, other) => sum + Number(other === label), 0);

function* meansOf(pictures: Pictures, classes: number): Slices<Means> {
  const means: (Mean | null)[] = [];
  const all = allOf(pictures.images.rows);
  for (let label = 0; label < classes; label++) {
    const values = meanOf(pictures, all, label);
    means.push(values && { count: countOf(pictures.labels, label), values });
    yield;
  }
  return means;
}

const asImage = (mean: Mean | null): MeanImage | null =>
  mean && { count: mean.count, pixels: Uint8ClampedArray.from(mean.values) };

const pairsOf = (real: Means, fake: Means): readonly MeanPair[] =>
  real.map((own, label) => {
    const other = fake[label] ?? null;
    return { real: asImage(own), fake: asImage(other), psnr: own && other && psnr(own.values, other.values) };
  });

function meanPsnr(pairs: readonly MeanPair[]): number | null {
  const found = pairs.flatMap(({ psnr: value }) => (value === null ? [] : [value]));
  return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0) / found.length;
}

/** What each example is of: the class that it has or was asked for, else the one that the evaluator takes it for. */
function picturesOf(bench: Workbench, origin: keyof Subjects): Pictures {
  const { labels } = bench.subjects[origin];
  return { images: bench.part(origin, 'images'), labels: labels ?? argMaxRows(bench.part(origin, 'probabilities')) };
}

/** Null where there are no images, or nobody knows their classes. */
export function* meanDigits(bench: Workbench): Slices<MeanDigits | null> {
  const { probabilities, images } = bench.subjects.fake;
  if (!probabilities || !images) return null;
  const of = (origin: keyof Subjects) => meansOf(picturesOf(bench, origin), probabilities.columns);
  const real = yield* bench.lasting('meanDigits.real', () => of('real'));
  const floor = yield* bench.lasting('meanDigits.floor', function* () {
    return meanPsnr(pairsOf(real, yield* of('heldOut')));
  });
  const pairs = pairsOf(real, yield* of('fake'));
  return { pairs, psnr: meanPsnr(pairs), floor };
}
