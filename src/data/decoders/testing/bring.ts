/** Brings files to the decoders as the page does, for tests. */
import { decode, encode } from 'fast-png';
import type { BroughtFile } from '../../../core/dataSet.ts';
import type { DecodedSet } from '../decoded.ts';
import { type ImportOptions, importFiles } from '../importFiles.ts';
import type { DecodePicture } from '../pictures.ts';

export type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

export const brought = (files: Files): readonly BroughtFile[] =>
  Object.entries(files).map(([path, bytes]) => ({
    path,
    blob: { size: bytes.length, arrayBuffer: async () => bytes.slice().buffer },
  }));

/** Stands in for the browser's decoder. */
export const decodePng: DecodePicture = async (bytes) => {
  const { width, height, channels, data } = decode(bytes, { checkCrc: true });
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const at = i * channels;
    const colour = channels > 2;
    for (let c = 0; c < 3; c++) pixels[4 * i + c] = data[at + (colour ? c : 0)] as number;
    pixels[4 * i + 3] = channels % 2 === 0 ? (data[at + channels - 1] as number) : 255;
  }
  return { width, height, pixels };
};

/** @param data [height, width, channels] */
export const png = (width: number, height: number, channels: 1 | 3 | 4, data: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(encode({ width, height, channels, data, depth: 8 }));

/** A PNG of one grey level. */
export const greyPng = (level: number, side = 8): Uint8Array<ArrayBuffer> =>
  png(side, side, 1, new Uint8Array(side * side).fill(level));

export const bring = (files: Files, options: Partial<ImportOptions> = {}): Promise<DecodedSet> =>
  importFiles(brought(files), {
    side: 28,
    channels: 1,
    seed: 1,
    decodePicture: decodePng,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  });
