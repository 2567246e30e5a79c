/** Folders of pictures, one by one through the browser's decoder. */
import { badFile, type Place, showCount } from './badFile.ts';
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

async function decodeOne({ place, read }: PictureFile, decode: DecodePicture, guard: Guard): Promise<Picture> {
  const bytes = await read();
  const header = readPictureHeader(bytes);
  if (!header) throw badFile(place, 'this is no PNG, JPEG or WebP picture', 'take it out or save it anew');
  checkSides(header.height, header.width, guard, place);
  const picture = await decode(bytes, header).catch((thrown: unknown) => {
    throw badFile(place, 'this picture is damaged', 'take it out or save it anew', thrown);
  });
  checkSides(picture.height, picture.width, guard, place);
  if (picture.pixels.length !== picture.width * picture.height * 4) {
    throw badFile(
      place,
      `its size is not the ${showCount(header.width)}×${showCount(header.height)} it states`,
      'take it out',
    );
  }
  return picture;
}

/**
 * Decodes pictures in class folders.
 *
 * @param place what was brought
 * @throws EngineError `bad-file` that names the first picture that cannot be read, or `cancelled`.
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
    const images = guard.allocate(pictures.length * size, 'its images', place);
    for (const [i, { index }] of pictures.entries()) {
      const file = files[index] as PictureFile;
      fitPicture(await decodeOne(file, decodePicture, guard), side, channels, images, i * size);
      checkWanted(signal);
      done += 1;
      onProgress(done, total);
    }
    return { images, labels: Uint8Array.from(pictures, ({ label }) => label) };
  }

  checkWanted(signal);
  const [trained, tested] = [await decodeAll(train), await decodeAll(test)];
  return { name, height: side, width: side, channels, classes, train: trained, test: tested };
}
