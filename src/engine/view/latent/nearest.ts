/** Which training images a sample is like: whether G draws something of its own, or what it was shown. */
import { sizeOf } from '../../../core/network.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import { shapeOf } from '../../../gan/examples.ts';
import type { ImageSpec } from '../../../gan/plan.ts';
import type { Nearest, Neighbours } from '../../../protocol/index.ts';
import { createBreath } from '../../measure/breath.ts';
import type { Evaluator } from '../../measure/evaluator/evaluator.ts';
import { asSeen } from '../../measure/evaluator/seen.ts';
import { realImages } from '../../step/batch.ts';
import { toBytes } from '../samples.ts';

/** Images that are gathered at a time. */
const GATHERED = 50;
/** The classifier looks at so many of the training images: all would take it minutes. */
const LOOKED_AT = 2000;

export interface NearestParts {
  readonly step: number;
  /** As the networks see images. */
  readonly image: ImageSpec;
  readonly data: LoadedImages;
  /** One image, in the range of `image`. */
  readonly sample: Float32Array;
  readonly count: number;
  /** Null where there is none for such images. */
  readonly evaluator: Evaluator | null;
  /** Lets other things in; throws to cancel. */
  pause(): Promise<void>;
}

/** Rows of numbers that arrive in pieces. */
type Pieces = AsyncIterable<{ readonly first: number; readonly values: Float32Array }>;

interface Found {
  readonly index: number;
  readonly distance: number;
}

/** The nearest `count` rows to one of `size` numbers, nearest first; without the row `but`. */
async function nearestRows(pieces: Pieces, one: Float32Array, count: number, but = -1): Promise<readonly Found[]> {
  const size = one.length;
  let best: readonly Found[] = [];
  for await (const { first, values } of pieces) {
    for (let row = 0; row * size < values.length; row++) {
      if (first + row === but) continue;
      let square = 0;
      for (let k = 0; k < size; k++) square += ((values[row * size + k] as number) - (one[k] as number)) ** 2;
      const worst = best.length < count ? Number.POSITIVE_INFINITY : (best.at(-1) as Found).distance;
      if (square >= worst) continue;
      best = [...best, { index: first + row, distance: square }]
        .sort((a, b) => a.distance - b.distance)
        .slice(0, count);
    }
  }
  return best.map(({ index, distance }) => ({ index, distance: Math.sqrt(distance) }));
}

/** Brightness from 0 to 1. */
const brightness = (values: Float32Array, range: ImageSpec['range']): Float32Array =>
  range === 'symmetric' ? values.map((value) => (value + 1) / 2) : values;

async function* imagesOf({ data, pause }: NearestParts, image: ImageSpec, count: number) {
  const breathe = createBreath(pause);
  for (let first = 0; first < count; first += GATHERED) {
    const indices = Uint32Array.from({ length: Math.min(GATHERED, count - first) }, (_, i) => first + i);
    yield { first, values: brightness(realImages(image, data, indices), image.range) };
    await breathe();
  }
}

/** What the classifier sees in the first training images, by the classifier: they stay the same. */
const seenBy = new WeakMap<
  Evaluator,
  { readonly data: LoadedImages; readonly count: number; readonly values: Float32Array }
>();

async function featuresOf(parts: NearestParts, evaluator: Evaluator, count: number): Promise<Float32Array> {
  const { data, image, pause } = parts;
  const known = seenBy.get(evaluator);
  if (known?.data === data && known.count === count) return known.values;
  const breathe = createBreath(pause);
  const seen = asSeen(image);
  const images = new Float32Array(count * sizeOf(shapeOf(seen)));
  for await (const { first, values } of imagesOf(parts, seen, count))
    images.set(
      values.map((value) => 2 * value - 1),
      first * sizeOf(shapeOf(seen)),
    );
  const { features } = await evaluator.observe(images, breathe);
  const values = Float32Array.from(features.values);
  seenBy.set(evaluator, { data, count, values });
  return values;
}

const asPictures = ({ image, data }: NearestParts, found: readonly Found[]): Neighbours['images'] => {
  const { height, width, channels } = image;
  const seen = asSeen(image);
  const indices = Uint32Array.from(found, ({ index }) => index);
  const pixels = toBytes(realImages(seen, data, indices), seen.range);
  const labels = Uint8Array.from(indices, (index) => data.labels[index] as number);
  return { rows: 1, columns: found.length, height, width, channels, pixels, labels };
};

/** Neighbours of one row, and how near the nearest of them is to its own nearest. */
async function neighbours(
  parts: NearestParts,
  one: Float32Array,
  pieces: () => Pieces,
  rowOf: (index: number) => Float32Array,
  among: number,
): Promise<Neighbours> {
  const found = await nearestRows(pieces(), one, parts.count);
  const [{ index }] = found as [Found];
  const [next] = await nearestRows(pieces(), rowOf(index), 1, index);
  return {
    images: asPictures(parts, found),
    distances: found.map(({ distance }) => distance),
    among,
    usual: next?.distance ?? 0,
  };
}

/** In pixels among all training images that are there, in features among the first of them. */
export async function nearest(parts: NearestParts): Promise<Nearest> {
  const { data, image, sample, evaluator, step } = parts;
  const seen = asSeen(image);
  const known = Math.min(data.loaded, data.info.trainCount);
  const one = brightness(sample, image.range);
  const pixelRow = (index: number) => brightness(realImages(seen, data, Uint32Array.of(index)), seen.range);
  const pixels = await neighbours(parts, one, () => imagesOf(parts, seen, known), pixelRow, known);
  if (!evaluator) return { step, pixels, features: null };

  const count = Math.min(LOOKED_AT, known);
  const all = await featuresOf(parts, evaluator, count);
  const width = all.length / count;
  const own = await evaluator.observe(one.map((value) => 2 * value - 1));
  const piece = async function* () {
    yield { first: 0, values: all };
  };
  const featureRow = (index: number) => all.subarray(index * width, (index + 1) * width);
  const features = await neighbours(parts, Float32Array.from(own.features.values), piece, featureRow, count);
  return { step, pixels, features };
}
