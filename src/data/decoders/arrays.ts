/** Arrays in files, before they are images and labels. */
import type { FileFault } from '../../core/problems/files.ts';
import type { Place } from './badFile.ts';
import { ELEMENTS, type ElementType } from './elements.ts';
import { type ByteReader, STRETCH, viewOf } from './reader.ts';

/** Decodes as long as it is asked for more; yields how many bytes the last stretch of work took. */
export type Decoding<T> = Generator<number, T, void>;

/** An array whose header has been read and whose size has been checked; its values have not been. */
export interface ArraySource {
  readonly place: Place;
  /** Its name in the file, or the file's. */
  readonly name: string;
  readonly type: ElementType;
  readonly littleEndian: boolean;
  /** As the format states it. */
  readonly shape: readonly number[];
  /** `C`: the last index runs fastest. `F`: the first. */
  readonly order: 'C' | 'F';
  readonly format: 'idx' | 'npy' | 'mat';
  /** A reader that stands at the first value. May be called again, to read them again. */
  open(): ByteReader;
}

/** An array that cannot be used, and why. */
export interface UnreadableArray {
  readonly place: Place;
  readonly name: string;
  readonly why: FileFault;
}

export const lengthOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

export const bytesOf = ({ shape, type }: Pick<ArraySource, 'shape' | 'type'>): number =>
  lengthOf(shape) * ELEMENTS[type].bytes;

/** Calls `take` with every stretch of raw bytes; the end, with its checksum, is seen too. */
export function* eachStretch(source: ArraySource, take: (bytes: Uint8Array) => void): Decoding<void> {
  const reader = source.open();
  for (let left = bytesOf(source); left > 0; left -= STRETCH) {
    const bytes = reader.read(Math.min(left, STRETCH));
    take(bytes);
    yield bytes.length;
  }
  reader.end();
}

/** Calls `take` with every value, in the order in which they are stored. */
export function* eachValue(source: ArraySource, take: (value: number, index: number) => void): Decoding<void> {
  const { bytes: size, read } = ELEMENTS[source.type];
  let index = 0;
  yield* eachStretch(source, (bytes) => {
    const view = viewOf(bytes);
    for (let at = 0; at < bytes.length; at += size) take(read(view, at, source.littleEndian), index++);
  });
}
