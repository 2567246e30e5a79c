/** Folders of pictures, one by one through the browser's decoder. */
import { badFile, type Place } from './badFile.ts';
import type { DecodedSet, Examples } from './decoded.ts';
import { checkWanted } from './drive.ts';
import { fitPicture, type Picture } from './fitPicture.ts';
import { checkSides, type Guard } from './guard.ts';
import { type ArrangedPicture, arrangeFolders } from './pictureFolders.ts';
import { type PictureHeader, readPictureHeader } from './pictureHeader.ts';

/** Decodes a PNG, JPEG or WebP. Whatever it throws means that the picture is damaged. */
export type DecodePicture = (bytes: Uint8Array<ArrayBuffer>, header: PictureHeader) => Promise<Picture>;

export interface PictureFile {
  readonly path: string;
  /** Bytes, compressed. */
  readonly size: number;
  readonly place: Place;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PictureOptions {
  /** Pixels along each side of what comes out. */
  readonly side: number;
  readonly channels: 1 | 3;
  /** Decides which pictures are kept for testing. */
  readonly seed: number;
  readonly decodePicture: DecodePicture;
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Pictures are read and decoded beside each other, because each one waits for its turn between training steps … */
const MOST_AT_ONCE = 64;
/** … as long as they are small: bytes compressed, and pixels decoded. */
const BYTES_AT_ONCE = 8 * 2 ** 20;
const PIXELS_AT_ONCE = 4096 * 4096;

/** Neighbours together, up to a number and a weight; what is heavier by itself goes alone. */
function groupsOf<Item>(items: readonly Item[], weightOf: (item: Item) => number, most: number): Item[][] {
  const groups: Item[][] = [];
  let weight = 0;
  for (const item of items) {
    const group = groups.at(-1);
    weight += weightOf(item);
    if (group && group.length < MOST_AT_ONCE && weight <= most) group.push(item);
    else {
      groups.push([item]);
      weight = weightOf(item);
    }
  }
  return groups;
}

interface ReadPicture {
  readonly file: PictureFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: PictureHeader;
}

async function readOne(file: PictureFile, guard: Guard): Promise<ReadPicture> {
  const bytes = await file.read();
  const header = readPictureHeader(bytes);
  if (!header) throw badFile(file.place, { code: 'picture.none' });
  checkSides(header.height, header.width, guard, file.place);
  return { file, bytes, header };
}

async function decodeOne({ file: { place }, bytes, header }: ReadPicture, decode: DecodePicture, guard: Guard) {
  const picture = await decode(bytes, header).catch((thrown: unknown) => {
    throw badFile(place, { code: 'picture.damaged' }, thrown);
  });
  checkSides(picture.height, picture.width, guard, place);
  if (picture.pixels.length !== picture.width * picture.height * 4) {
    throw badFile(place, { code: 'picture.size', width: header.width, height: header.height });
  }
  return picture;
}

/**
 * Decodes pictures in class folders.
 *
 * @param place what was brought
 * @throws EngineError `bad-file` that names a picture that cannot be read, or `cancelled`.
 */
export async function decodePictures(
  files: readonly PictureFile[],
  { name, place }: { readonly name: string; readonly place: Place },
  { side, channels, seed, decodePicture, signal, onProgress }: PictureOptions,
  guard: Guard,
): Promise<DecodedSet> {
  const paths = files.map(({ path }) => path);
  const { classes, train, test } = arrangeFolders(paths, place.file, seed, guard);
  const size = side * side * channels;
  const total = train.length + test.length;
  let done = 0;

  async function decodeAll(pictures: readonly ArrangedPicture[]): Promise<Examples> {
    const images = guard.allocate(pictures.length * size, 'images', place);
    const own = pictures.map(({ index }) => files[index] as PictureFile);
    let at = 0;
    for (const group of groupsOf(own, (file) => file.size, BYTES_AT_ONCE)) {
      const read = await Promise.all(group.map((file) => readOne(file, guard)));
      for (const part of groupsOf(read, ({ header }) => header.width * header.height, PIXELS_AT_ONCE)) {
        checkWanted(signal);
        for (const picture of await Promise.all(part.map((one) => decodeOne(one, decodePicture, guard)))) {
          fitPicture(picture, side, channels, images, at);
          at += size;
          done += 1;
          onProgress(done, total);
        }
      }
    }
    return { images, labels: Uint8Array.from(pictures, ({ label }) => label) };
  }

  checkWanted(signal);
  const [trained, tested] = [await decodeAll(train), await decodeAll(test)];
  return { name, height: side, width: side, channels, classes, train: trained, test: tested };
}
