import type { ArraySource, Decoding, UnreadableArray } from './arrays.ts';
import { badFile, showName } from './badFile.ts';
import type { Guard } from './guard.ts';
import { isGzip } from './gzip.ts';
import { isIdx, openIdx } from './idx.ts';
import { isMat, openMat } from './mat.ts';
import { isNpy, openNpy } from './npy.ts';
import { holdsArrays, openNpz } from './npz.ts';
import { isPicturePath } from './pictureFolders.ts';
import { readPictureHeader } from './pictureHeader.ts';
import { cutOff, plainReader } from './reader.ts';
import { isZip, listZip, type ZipEntry } from './zip.ts';

/** What a file holds, told by its first bytes and never by its name. */
export type Opened =
  | { readonly kind: 'arrays'; readonly arrays: readonly (ArraySource | UnreadableArray)[] }
  | { readonly kind: 'pictures'; readonly entries: readonly ZipEntry[] };

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b);

const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*<(!doctype html|html)/i.test(String.fromCharCode(...bytes.subarray(0, 64)));

function unknown(bytes: Uint8Array, file: string) {
  const picture = readPictureHeader(bytes);
  if (bytes.length === 0) return badFile({ file }, { code: 'file.empty' });
  if (picture) {
    const type = picture.type.slice('image/'.length).toUpperCase();
    return badFile({ file }, { code: 'file.picture', type });
  }
  if (startsWith(bytes, 0x89, 0x48, 0x44, 0x46)) {
    return badFile({ file }, { code: 'file.hdf5' });
  }
  if (isWebPage(bytes)) return badFile({ file }, { code: 'file.webPage' });
  const first = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return badFile({ file, at: 0 }, { code: 'file.unknown', first });
}

function* openZip(bytes: Uint8Array, file: string, guard: Guard): Decoding<Opened> {
  const entries = listZip(bytes, file, guard);
  if (holdsArrays(entries)) return { kind: 'arrays', arrays: yield* openNpz(bytes, entries, file, guard) };
  const pictures = entries.filter(({ name }) => isPicturePath(name));
  if (pictures.length > 0) return { kind: 'pictures', entries: pictures };
  const [first] = entries;
  throw badFile({ file }, { code: 'file.neither', such: first ? showName(first.name) : null });
}

/**
 * Opens one file.
 *
 * @throws EngineError `bad-file`
 */
export function* openFile(bytes: Uint8Array, file: string, guard: Guard): Decoding<Opened> {
  if (isZip(bytes)) return yield* openZip(bytes, file, guard);
  if (isGzip(bytes) || isIdx(bytes)) return { kind: 'arrays', arrays: [openIdx(bytes, file, guard)] };
  if (isMat(bytes)) return { kind: 'arrays', arrays: yield* openMat(bytes, file, guard) };
  if (isNpy(bytes)) {
    const begin = () => plainReader(bytes, 0, bytes.length, { file });
    const check = (promised: number): void => {
      if (promised > bytes.length) throw cutOff({ file, at: bytes.length }, promised - bytes.length, 0);
    };
    return { kind: 'arrays', arrays: [openNpy(begin, file, check, guard)] };
  }
  throw unknown(bytes, file);
}
