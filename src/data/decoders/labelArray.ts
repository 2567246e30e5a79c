import { type ArraySource, type Decoding, eachValue, lengthOf } from './arrays.ts';
import { badFile } from './badFile.ts';
import { checkCount, type Guard } from './guard.ts';

/** A list of numbers, also as a single row or column. */
export const isList = (shape: readonly number[]): boolean =>
  shape.length > 0 && lengthOf(shape) === Math.max(...shape) && shape.length <= 2;

/**
 * The label of each image, as the file has it.
 *
 * @returns [n]
 * @throws EngineError `bad-file` where there are too many, or one is no whole number.
 */
export function* decodeLabels(source: ArraySource, guard: Guard): Decoding<Int32Array<ArrayBuffer>> {
  const count = lengthOf(source.shape);
  checkCount(count, guard, source.place);
  const out = new Int32Array(guard.allocate(4 * count, 'labels', source.place).buffer);
  yield* eachValue(source, (value, index) => {
    if (value !== (value | 0)) {
      throw badFile(source.place, { code: 'labels.notWhole', index, value });
    }
    out[index] = value;
  });
  return out;
}

/** Numbers as they are in files, made classes in their order. */
export interface Classes {
  readonly names: readonly string[];
  /** @returns [n], places in `names` */
  placesOf(labels: Int32Array): Uint8Array<ArrayBuffer>;
}

/**
 * Finds which classes there are.
 *
 * @param place to name if there are too many
 * @throws EngineError `bad-file`
 */
export function findClasses(lists: readonly Int32Array[], source: ArraySource, guard: Guard): Classes {
  const values = new Set<number>();
  for (const labels of lists) {
    for (const label of labels) {
      values.add(label);
      if (values.size > guard.limits.classes) {
        throw badFile(source.place, { code: 'limit.labels', most: guard.limits.classes });
      }
    }
  }
  const sorted = [...values].sort((a, b) => a - b);
  const places = new Map(sorted.map((value, place) => [value, place]));
  // SVHN counts its digits from 1 and writes 0 as 10.
  const zeroIsTen = source.format === 'mat' && sorted.length === 10 && sorted[0] === 1 && sorted[9] === 10;
  if (zeroIsTen) {
    return {
      names: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      placesOf: (labels) => Uint8Array.from(labels, (label) => label % 10),
    };
  }
  return {
    names: sorted.map(String),
    placesOf: (labels) => Uint8Array.from(labels, (label) => places.get(label) as number),
  };
}
