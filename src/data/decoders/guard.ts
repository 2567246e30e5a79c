import { badFile, type Place, showBytes, showCount } from './badFile.ts';
import { LIMITS, type Limits } from './limits.ts';

/** Enforces the limits for one import. All memory whose size a file decides is taken here. */
export interface Guard {
  readonly limits: Limits;
  /**
   * Zeroed memory that stays until the import ends.
   *
   * @throws EngineError `bad-file` where it would go beyond `decodedBytes`.
   */
  allocate(bytes: number, what: string, place: Place): Uint8Array<ArrayBuffer>;
  /** The same for memory that is used up at once: it is checked, and not counted. */
  scratch(bytes: number, what: string, place: Place): Uint8Array<ArrayBuffer>;
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

const SMALLER = 'bring fewer or smaller images';

export function createGuard(limits: Limits = LIMITS): Guard {
  let allocated = 0;
  let inflated = 0;

  function take(bytes: number, what: string, place: Place): Uint8Array<ArrayBuffer> {
    if (!Number.isSafeInteger(bytes) || bytes < 0 || allocated + bytes > limits.decodedBytes) {
      const all = showBytes(allocated + bytes);
      throw badFile(place, `${what} would need ${all}, and ${showBytes(limits.decodedBytes)} is the limit`, SMALLER);
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
        const times = showCount(Math.round(ratio));
        throw badFile(place, `it unpacks to ${times} times its size, as no real images do`, 'do not trust this file');
      }
      if (inflated > limits.inflatedBytes) {
        throw badFile(place, `it unpacks to more than ${showBytes(limits.inflatedBytes)}`, SMALLER);
      }
    },
    allocated: () => allocated,
  };
}

/** @throws EngineError `bad-file` unless 1 … `limits.side` pixels. */
export function checkSides(height: number, width: number, { limits: { side } }: Guard, place: Place): void {
  if (height >= 1 && width >= 1 && height <= side && width <= side) return;
  throw badFile(
    place,
    `images of ${showCount(height)}×${showCount(width)} pixels are not between 1 and ${showCount(side)} on each side`,
    'bring smaller images',
  );
}

/** @throws EngineError `bad-file` unless 1 … `limits.images`. */
export function checkCount(count: number, { limits: { images } }: Guard, place: Place): void {
  if (count >= 1 && count <= images) return;
  throw badFile(
    place,
    `${showCount(count)} images are not between 1 and ${showCount(images)}`,
    count < 1 ? 'bring a file with images' : 'bring a part of them',
  );
}
