/** Images that a person brought, as one safetensors file: as they were decoded and mixed, so that runs on them go on exactly. */
import * as v from 'valibot';
import { badConfig } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import { aboutIn, bad, layoutAs } from './broughtFile.ts';
import { bytesOf, type Layout } from './layout.ts';
import { piecesOf, type SavedNumbers } from './safetensors.ts';

/** Bytes [n, height, width, channels], and [n] labels below the number of classes. */
export interface KeptExamples {
  readonly images: Uint8Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

export interface KeptImages {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: readonly string[];
  readonly train: KeptExamples;
  readonly test: KeptExamples;
}

const FORMAT = 'gan-playground-images/1';
const PARTS = ['train', 'test'] as const;
const about = v.object({ name: v.string(), classes: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(256)) });

export function encodeImageSet({ name, classes, height, width, channels, ...parts }: KeptImages): Blob {
  const tensors = new Map<string, SavedNumbers>();
  for (const part of PARTS) {
    const { images, labels } = parts[part];
    tensors.set(`${part}.images`, { shape: [labels.length, height, width, channels], values: images });
    tensors.set(`${part}.labels`, { shape: [labels.length], values: labels });
  }
  const { header, data } = piecesOf({
    tensors,
    metadata: { format: FORMAT, about: JSON.stringify({ name, classes }) },
  });
  return new Blob([header, ...data]);
}

/**
 * @param most bytes of images that there is room for
 * @throws EngineError `bad-config` that says what is wrong with the file, or that there is no room
 */
export async function decodeImageSet(file: FileLike, most: number): Promise<KeptImages> {
  const layout = await layoutAs(file, FORMAT);
  if (layout.bytes > most) throw badConfig({ code: 'images.noRoom', bytes: layout.bytes, most });
  const { name, classes } = aboutIn(layout, about);
  const [, height, width, channels] = placeOf(layout, 'train.images', 4).shape as [number, number, number, number];
  const size = [height, width, channels];
  const read = async (part: (typeof PARTS)[number]): Promise<KeptExamples> => {
    const images = placeOf(layout, `${part}.images`, 4);
    const labels = placeOf(layout, `${part}.labels`, 1);
    if (images.shape[0] !== labels.shape[0] || size.some((n, axis) => n !== images.shape[axis + 1]))
      throw bad({ code: 'tensors.unfit', name: `${part}.images` });
    const of = ({ begin, end }: typeof images) => bytesOf(file, layout.dataAt + begin, layout.dataAt + end);
    const examples = { images: await of(images), labels: await of(labels) };
    if (examples.labels.some((label) => label >= classes.length))
      throw bad({ code: 'tensors.unfit', name: `${part}.labels` });
    return examples;
  };
  return { name, classes, height, width, channels, train: await read('train'), test: await read('test') };
}

function placeOf({ entries }: Layout, name: string, axes: number) {
  const place = entries.get(name);
  if (place?.dtype !== 'U8' || place.shape.length !== axes) throw bad({ code: 'tensors.unfit', name });
  return place;
}
