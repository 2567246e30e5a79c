import type { FileFaults } from '../../core/problems/files.ts';
import { badFile, type Place } from './badFile.ts';
import { LIMITS, type Limits } from './limits.ts';

/** What memory is for. */
type Content = FileFaults['limit.memory']['what'];

/** Enforces the limits for one import. All memory whose size a file decides is taken here. */
export interface Guard {
  readonly limits: Limits;
  /**
   * Zeroed memory that stays until the import ends.
   *
   * @throws EngineError `bad-file` where it would go beyond `decodedBytes`.
   */
  allocate(bytes: number, what: Content, place: Place): Uint8Array<ArrayBuffer>;
  /** The same for memory that is used up at once: it is checked, and not counted. */
  scratch(bytes: number, what: Content, place: Place): Uint8Array<ArrayBuffer>;
  /**
   * Counts what a decompressor gave.
   *
   * @param stream bytes that went in and came out so far, for this stream
   * @throws EngineError `bad-file` where it looks like a bomb.
   */
  inflated(bytes: number, stream: { readonly input: number; readonly output: number }, place: Place): void;
  /** Bytes allocated so far. */
  allocated(): number;
}

export function createGuard(limits: Limits = LIMITS): Guard {
  let allocated = 0;
  let inflated = 0;

  function take(bytes: number, what: Content, place: Place): Uint8Array<ArrayBuffer> {
    if (!Number.isSafeInteger(bytes) || bytes < 0 || allocated + bytes > limits.decodedBytes) {
      const most = limits.decodedBytes;
      throw badFile(place, { code: 'limit.memory', what, bytes: allocated + bytes, most });
    }
    return new Uint8Array(bytes);
  }

  return {
    limits,
    allocate(bytes, what, place) {
      const memory = take(bytes, what, place);
      allocated += bytes;
      return memory;
    },
    scratch: take,
    inflated(bytes, { input, output }, place) {
      inflated += bytes;
      const ratio = output / Math.max(1, input);
      if (output > limits.ratioFrom && ratio > limits.ratio) {
        throw badFile(place, { code: 'limit.ratio', times: Math.round(ratio) });
      }
      if (inflated > limits.inflatedBytes) {
        throw badFile(place, { code: 'limit.inflated', most: limits.inflatedBytes });
      }
    },
    allocated: () => allocated,
  };
}

/** @throws EngineError `bad-file` unless 1 … `limits.side` pixels. */
export function checkSides(height: number, width: number, { limits: { side } }: Guard, place: Place): void {
  if (height >= 1 && width >= 1 && height <= side && width <= side) return;
  throw badFile(place, { code: 'limit.sides', height, width, most: side });
}

/** @throws EngineError `bad-file` unless 1 … `limits.images`. */
export function checkCount(count: number, { limits: { images } }: Guard, place: Place): void {
  if (count >= 1 && count <= images) return;
  throw badFile(place, { code: 'limit.images', count, most: images });
}
