import { badFile, type Place } from './badFile.ts';

/** The most that is read at once. */
export const STRETCH = 64 * 1024;

/** Bytes in order, wherever they come from. */
export interface ByteReader {
  readonly place: Place;
  /** Bytes read so far. */
  position(): number;
  /**
   * The next bytes; valid until the next call.
   *
   * @param length up to `STRETCH`
   * @throws EngineError `bad-file` where they are not there, or damaged.
   */
  read(length: number): Uint8Array;
  /**
   * To be called when everything that was promised has been read.
   *
   * @throws EngineError `bad-file` if there is more, or a checksum does not fit.
   */
  end(): void;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const cutOff = (place: Place, wanted: number, found: number) =>
  badFile(place, { code: 'data.cutOff', promised: wanted, found });

export const tooLong = (place: Place) => badFile(place, { code: 'data.tooLong' });

/** Reads bytes [from, to) as they are. */
export function plainReader(bytes: Uint8Array, from: number, to: number, place: Place): ByteReader {
  let next = from;
  return {
    place,
    position: () => next - from,
    read(length) {
      if (next + length > to) throw cutOff({ ...place, at: next }, length, to - next);
      next += length;
      return bytes.subarray(next - length, next);
    },
    end() {
      if (next < to) throw tooLong({ ...place, at: next });
    },
  };
}

/** Reads over bytes that are not wanted. */
export function skip(reader: ByteReader, length: number): void {
  for (let left = length; left > 0; left -= STRETCH) reader.read(Math.min(left, STRETCH));
}
