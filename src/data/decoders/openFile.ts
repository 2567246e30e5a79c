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

const KNOWN = 'bring IDX files, .npz, .npy, an SVHN .mat, or a zip or folder of class folders with pictures';
const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b);

const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*<(!doctype html|html)/i.test(String.fromCharCode(...bytes.subarray(0, 64)));

function unknown(bytes: Uint8Array, file: string) {
  const picture = readPictureHeader(bytes);
  if (bytes.length === 0) return badFile({ file }, 'it is empty', KNOWN);
  if (picture) {
    const kind = picture.type.slice('image/'.length).toUpperCase();
    return badFile({ file }, `this is a ${kind} picture, whatever its name says`, 'put pictures into class folders');
  }
  if (startsWith(bytes, 0x89, 0x48, 0x44, 0x46)) {
    return badFile({ file }, 'HDF5 files cannot be read', 'save the arrays as .npz');
  }
  if (isWebPage(bytes)) return badFile({ file }, 'this is a web page', 'look on it for the address of the file itself');
  const first = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return badFile({ file, at: 0 }, `the first bytes, ${first}, belong to no format known here`, KNOWN);
}

function* openZip(bytes: Uint8Array, file: string, guard: Guard): Decoding<Opened> {
  const entries = listZip(bytes, file, guard);
  if (holdsArrays(entries)) return { kind: 'arrays', arrays: yield* openNpz(bytes, entries, file, guard) };
  const pictures = entries.filter(({ name }) => isPicturePath(name));
  if (pictures.length > 0) return { kind: 'pictures', entries: pictures };
  const [first] = entries;
  const there = first ? `only such as ${showName(first.name)}` : 'nothing at all';
  throw badFile({ file }, `it holds neither pictures nor arrays, ${there}`, KNOWN);
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
