/** Turns whatever was dropped or chosen into one set of images. */

import type { BroughtFile } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import { type ArraySource, bytesOf, type UnreadableArray } from './arrays.ts';
import { badFile, showName } from './badFile.ts';
import type { DecodedSet } from './decoded.ts';
import { checkWanted, drive } from './drive.ts';
import { createGuard, type Guard } from './guard.ts';
import { decodeImageSet } from './imageSet.ts';
import type { Limits } from './limits.ts';
import { type Opened, openFile } from './openFile.ts';
import { isPicturePath, tidyPath } from './pictureFolders.ts';
import { decodePictures, type PictureFile, type PictureOptions } from './pictures.ts';
import { STRETCH } from './reader.ts';
import { checkPath, openEntry, type ZipEntry } from './zip.ts';

export interface ImportOptions extends PictureOptions {
  readonly limits?: Limits;
}

const baseName = (path: string): string => tidyPath(path).split('/').at(-1) ?? path;
/** Without `.npz`, `.idx3-ubyte.gz` and so on. */
const stem = (path: string): string => baseName(path).replace(/(\.[a-z0-9-]{1,12}){1,2}$/i, '');

/** What to call a set: its folder, or its file without what only tells its part or format. */
function nameOf(files: readonly BroughtFile[]): string {
  const [first] = files;
  const path = tidyPath(first?.path ?? '');
  if (path.includes('/')) return showName(path.split('/')[0] as string);
  const name = stem(path).replace(/[-_. ]*(train|t10k|test).*$/i, '');
  return showName(name || 'images');
}

async function readFile({ path, blob }: BroughtFile): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (thrown) {
    throw badFile({ file: path }, { code: 'file.unreadable' }, thrown);
  }
}

function checkSize(files: readonly BroughtFile[], { limits: { fileBytes } }: Guard): void {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (total <= fileBytes) return;
  const file = files.length === 1 ? (files[0]?.path ?? '') : nameOf(files);
  throw badFile({ file }, { code: 'limit.fileBytes', files: files.length, bytes: total, most: fileBytes });
}

function checkPicture(size: number, place: PictureFile['place'], { limits: { pictureBytes } }: Guard): void {
  if (size <= pictureBytes) return;
  throw badFile(place, { code: 'limit.pictureBytes', bytes: size, most: pictureBytes });
}

const fromFolder = (files: readonly BroughtFile[], guard: Guard): readonly PictureFile[] =>
  files.map((file) => {
    const place = { file: file.path };
    return {
      path: file.path,
      size: file.blob.size,
      place,
      read() {
        checkPicture(file.blob.size, place, guard);
        return readFile(file);
      },
    };
  });

/** Reads an entry to its end; how long it really is decides, and the promised size is only a limit. */
function* unpack(bytes: Uint8Array, entry: ZipEntry, file: string, guard: Guard) {
  const reader = openEntry(bytes, entry, file, guard);
  checkPicture(entry.size, reader.place, guard);
  const out = guard.scratch(entry.size, 'picture', reader.place);
  for (let at = 0; at < out.length; at += STRETCH) {
    out.set(reader.read(Math.min(STRETCH, out.length - at)), at);
    yield 0;
  }
  reader.end();
  return out;
}

const fromZip = (
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  file: string,
  { signal }: ImportOptions,
  guard: Guard,
): readonly PictureFile[] =>
  entries.map((entry) => ({
    path: entry.name,
    size: entry.size,
    place: { file, entry: entry.name },
    read: () => drive(unpack(bytes, entry, file, guard), { signal, onWork: () => undefined }),
  }));

/** Values of floats are read twice: once to find black and white. */
const workOf = (arrays: readonly (ArraySource | UnreadableArray)[]): number =>
  arrays.reduce((sum, array) => sum + ('open' in array ? bytesOf(array) * (array.type === 'u1' ? 1 : 2) : 0), 0);

/** Opens every file. Files of no known kind are passed over as long as there is another. */
async function openAll(files: readonly BroughtFile[], { signal }: ImportOptions, guard: Guard) {
  const opened: { readonly file: string; readonly bytes: Uint8Array; readonly content: Opened }[] = [];
  let problem: unknown = null;
  for (const file of files) {
    const bytes = await readFile(file);
    try {
      const content = await drive(openFile(bytes, file.path, guard), { signal, onWork: () => undefined });
      opened.push({ file: file.path, bytes, content });
    } catch (thrown) {
      checkWanted(signal);
      if (!isLitter(file.path)) throw thrown;
      problem ??= thrown;
    }
  }
  if (opened.length === 0) throw problem;
  return opened;
}

const isLitter = (path: string): boolean => /(^|\/)\.|\.(txt|md|csv|json|pdf|html?|ini)$|(^|\/)[A-Z]+$/.test(path);

/**
 * Decodes what a person brought.
 *
 * @param files one or more arrays' files, a zip, or all files of a folder
 * @throws EngineError `bad-file`: what is wrong, and where; or `cancelled`.
 */
export async function importFiles(files: readonly BroughtFile[], options: ImportOptions): Promise<DecodedSet> {
  const guard = createGuard(options.limits);
  const { entries } = guard.limits;
  const [first] = files;
  if (!first) throw new EngineError('bad-file', { code: 'file.none' });
  if (files.length > entries) {
    throw badFile({ file: nameOf(files) }, { code: 'limit.files', count: files.length, most: entries });
  }
  for (const { path } of files) checkPath(path, { file: path });
  const name = nameOf(files);
  const file = files.length === 1 ? first.path : name;

  const pictures = files.filter(({ path }) => isPicturePath(path));
  if (pictures.length > 0) {
    return decodePictures(fromFolder(pictures, guard), { name, place: { file } }, options, guard);
  }

  checkSize(files, guard);
  const opened = await openAll(files, options, guard);
  for (const { file: zip, bytes, content } of opened) {
    if (content.kind !== 'pictures') continue;
    const found = fromZip(bytes, content.entries, zip, options, guard);
    return decodePictures(found, { name, place: { file: zip } }, options, guard);
  }
  const arrays = opened.flatMap(({ content }) => (content.kind === 'arrays' ? content.arrays : []));
  const total = workOf(arrays);
  let done = 0;
  const onWork = (amount: number): void => {
    done += amount;
    options.onProgress(Math.min(done, total), total);
  };
  return drive(decodeImageSet(arrays, { name, file }, guard), { signal: options.signal, onWork });
}
