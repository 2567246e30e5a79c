import type { ArraySource, Decoding, UnreadableArray } from './arrays.ts';
import { badFile } from './badFile.ts';
import type { Guard } from './guard.ts';
import { openNpy } from './npy.ts';
import { openEntry, type ZipEntry } from './zip.ts';

export const holdsArrays = (entries: readonly ZipEntry[]): boolean => entries.some(({ name }) => name.endsWith('.npy'));

/**
 * The arrays of an .npz: a zip of .npy files.
 *
 * @throws EngineError `bad-file`
 */
export function* openNpz(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  file: string,
  guard: Guard,
): Decoding<(ArraySource | UnreadableArray)[]> {
  const arrays = entries.filter(({ name }) => name.endsWith('.npy'));
  if (arrays.length > guard.limits.arrays) {
    throw badFile({ file }, { code: 'limit.arrays', most: guard.limits.arrays });
  }
  const found: (ArraySource | UnreadableArray)[] = [];
  for (const entry of arrays) {
    const begin = () => openEntry(bytes, entry, file, guard);
    const size = (promised: number, place: { readonly file: string }): void => {
      if (promised === entry.size) return;
      throw badFile(place, { code: 'npz.size', promised, found: entry.size });
    };
    found.push(openNpy(begin, entry.name.replace(/\.npy$/, ''), size, guard));
    yield 0;
  }
  return found;
}
