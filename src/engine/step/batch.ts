/** Real examples as a step takes them: gathered on the host, in the plan's size and range. */
import { gatherImages, gatherLabels, padImages, pixelScale, resizeBilinear } from '../../data/images.ts';
import { madeImages } from '../../data/made.ts';
import { imageSize } from '../../data/manifest.ts';
import { gatherPoints, type LoadedExamples } from '../../data/points.ts';
import type { LoadedImages } from '../../data/shards.ts';
import type { ExampleSpec, ImageSpec, Plan } from '../../gan/plan.ts';
import type { Rows } from '../../program/law.ts';

/** Real examples with their classes, scaled to the plan's range. */
export interface Examples {
  /** [n, height, width, channels], flat */
  readonly images: Float32Array;
  /** [n] */
  readonly labels: Int32Array;
}

/** Real examples for one update of D: a batch, and where D also learns classes some whose labels it is told. */
export interface Batch extends Examples {
  readonly labelled?: Examples;
  /** Where its images are in the data set, for a device that has that; not of points, nor of images that are made. */
  readonly source?: Source;
  /** Writes its images there, without an array of their own if nobody has asked for them. */
  writeImages?(out: Float32Array): void;
}

export interface Source {
  readonly rows: Rows;
  /** [batch] */
  readonly places: Int32Array;
}

/** v = 2u − 1 for u in [0, 1] is what it should be; (u − 127.5) / 127.5 takes u for a byte. */
const scaledAgain = (v: number): number => ((v + 1) / 2 - 127.5) / 127.5;

const backgroundOf = ({ range }: ImageSpec): number => (range === 'symmetric' ? -1 : 0);

/**
 * [indices.length, height, width, channels] in the plan's size and range.
 *
 * @param out where they may be gathered: whether they lie there in the end, the answer says
 */
export function realImages(
  image: ImageSpec,
  { pixels, info }: LoadedImages,
  indices: Uint32Array,
  out?: Float32Array,
): Float32Array {
  const fits = image.height === info.height && image.width === info.width;
  const values = info.made
    ? madeImages(info, pixels, indices, image.range)
    : gatherImages(pixels, imageSize(info), indices, image.range, fits ? out : undefined);
  if (image.scaledTwice)
    values.forEach((v, i) => {
      values[i] = scaledAgain(v);
    });
  if (fits) return values;
  switch (image.resize) {
    case 'bilinear':
      return resizeBilinear(values, info, image);
    case 'pad':
      return padImages(values, info, image, backgroundOf(image));
    default:
      return image.resize satisfies never;
  }
}

/** A plan is made for the very data that it is trained on. */
export function asImages(examples: ExampleSpec): ImageSpec {
  if (examples.kind !== 'image') throw new Error('Images were given to networks for points.');
  return examples;
}

/** A batch of real examples. Gathered on the host: at MNIST's size a batch is smaller than one layer's weights. */
export function drawBatch({ examples }: Plan, data: LoadedExamples, indices: Uint32Array): Batch {
  switch (data.kind) {
    case 'image':
      return { images: realImages(asImages(examples), data, indices), labels: gatherLabels(data.labels, indices) };
    case 'points':
      return { images: gatherPoints(data.points, indices), labels: new Int32Array(indices.length) };
    default:
      return data satisfies never;
  }
}

/** What `realImages` does with each byte, for whoever has them all; null for images that are made one by one. */
export function rowsOf(image: ImageSpec, data: LoadedImages): Rows | null {
  const { info } = data;
  if (info.made) return null;
  const { height, width, channels } = info;
  const asRead = pixelScale(image.range);
  const last = image.scaledTwice ? scaledAgain : (v: number) => v;
  const offset = last(asRead.offset);
  return {
    bytes: data.pixels,
    loaded: () => data.loaded * imageSize(info),
    from: { height, width, channels },
    to: image,
    resize: image.resize,
    scale: last(asRead.scale + asRead.offset) - offset,
    offset,
    background: backgroundOf(image),
  };
}

/** A batch like that of `drawBatch`, whose images are gathered when somebody asks for them. */
export function batchAt(plan: Plan, data: LoadedExamples, indices: Uint32Array, labelled?: Examples): Batch {
  if (data.kind === 'points') return drawBatch(plan, data, indices);
  const image = asImages(plan.examples);
  const rows = rowsOf(image, data);
  let images: Float32Array | null = null;
  return {
    get images() {
      images ??= realImages(image, data, indices);
      return images;
    },
    writeImages(out) {
      const written = images ?? realImages(image, data, indices, out);
      if (written !== out) out.set(written);
    },
    labels: gatherLabels(data.labels, indices),
    ...(labelled && { labelled }),
    ...(rows && { source: { rows, places: Int32Array.from(indices) } }),
  };
}
