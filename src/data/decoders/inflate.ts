import { Inflate } from 'fflate';
import { EngineError } from '../../core/errors.ts';
import { badFile, type Place } from './badFile.ts';
import type { Checksum } from './checksum.ts';
import type { Guard } from './guard.ts';
import { type ByteReader, cutOff, tooLong } from './reader.ts';

/** Deflate gives at most 1032 bytes for one, so a stretch of input gives at most 17 MB. */
const INPUT_STRETCH = 16 * 1024;
const MOST_FOR_ONE = 1032;

/** The most that so many compressed bytes can give. Whoever promises more is lying. */
const mostInflated = (compressed: number): number => (compressed + 1) * MOST_FOR_ONE;

export interface Deflated {
  readonly bytes: Uint8Array;
  /** Where the raw deflate stream begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly checksum: { readonly of: Checksum; readonly begin: number; readonly expected: number };
  readonly place: Place;
}

/** Decompresses while it is read, so that no header can make it take memory for more than there is. */
export function inflatingReader({ bytes, from, to, checksum, place }: Deflated, guard: Guard): ByteReader {
  let input = from;
  let output = 0;
  let position = 0;
  let sum = checksum.begin;
  /** Decompressed and not read yet: `ready` from `used` on. */
  let ready: Uint8Array = new Uint8Array(0);
  let used = 0;

  /** In an entry, counted from where its compressed data begins. */
  const here = (): Place => ({ ...place, at: place.entry === undefined ? input : input - from });
  const damaged = (cause?: unknown) => badFile(here(), { code: 'deflate.damaged' }, cause);

  const keep = (chunk: Uint8Array): void => {
    const left = ready.subarray(used);
    if (left.length === 0) ready = chunk;
    else {
      ready = new Uint8Array(left.length + chunk.length);
      ready.set(left);
      ready.set(chunk, left.length);
    }
    used = 0;
    sum = checksum.of(chunk, sum);
    output += chunk.length;
  };
  const stream = new Inflate(keep);

  /** False when there is no more input. */
  function pump(): boolean {
    if (input >= to) return false;
    const next = Math.min(input + INPUT_STRETCH, to);
    const before = output;
    try {
      stream.push(bytes.subarray(input, next), next === to);
    } catch (thrown) {
      throw thrown instanceof EngineError ? thrown : damaged(thrown);
    }
    input = next;
    guard.inflated(output - before, { input: input - from, output }, place);
    return true;
  }

  return {
    place,
    position: () => position,
    read(length) {
      while (ready.length - used < length && pump());
      const found = ready.length - used;
      if (found < length) throw cutOff(here(), length, found);
      position += length;
      used += length;
      return ready.subarray(used - length, used);
    },
    end() {
      while (ready.length === used && pump());
      if (ready.length > used) throw tooLong(place);
      if (sum !== checksum.expected) {
        const [wanted = '', found = ''] = [checksum.expected, sum].map((value) => value.toString(16).padStart(8, '0'));
        throw badFile(place, { code: 'deflate.checksum', found, wanted });
      }
    },
  };
}

/** @throws EngineError `bad-file` where more is promised than the compressed bytes can hold. */
export function checkPromise(promised: number, compressed: number, place: Place): void {
  if (promised <= mostInflated(compressed)) return;
  throw badFile(place, { code: 'deflate.promise', promised, compressed });
}
