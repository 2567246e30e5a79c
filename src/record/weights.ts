/** Weights of somebody's own for a network, from a safetensors file: under our names, or as PyTorch writes a state_dict. */
import { badConfig, type EngineError } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import type { TensorFault } from '../core/problems/keep.ts';
import { decodeHalves } from './float16.ts';
import { bytesOf, FOREIGN, layoutOf, type Placed } from './layout.ts';

export interface Floats {
  readonly shape: readonly number[];
  /** Flat, row-major. */
  readonly values: Float32Array;
}

const bad = (fault: TensorFault): EngineError => badConfig({ code: 'weights.bad', fault });

function floatsOf({ dtype }: Placed<keyof typeof FOREIGN>, { buffer }: Uint8Array<ArrayBuffer>): Float32Array | null {
  switch (dtype) {
    case 'F32':
      return new Float32Array(buffer);
    case 'F64':
      return Float32Array.from(new Float64Array(buffer));
    case 'F16':
      return decodeHalves(new Uint16Array(buffer));
    case 'BF16':
      // The upper half of a float.
      return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (half) => half << 16).buffer);
    default:
      // Counters, such as a normalisation's number of batches.
      return null;
  }
}

/**
 * Every tensor of real numbers in a file, as single precision.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file
 */
export async function readWeights(file: FileLike): Promise<ReadonlyMap<string, Floats>> {
  const { entries, dataAt } = await layoutOf(file, bad, FOREIGN);
  const tensors = new Map<string, Floats>();
  for (const [name, place] of entries) {
    const values = floatsOf(place, await bytesOf(file, dataAt + place.begin, dataAt + place.end));
    if (values) tensors.set(name, { shape: place.shape, values });
  }
  if (tensors.size === 0) throw badConfig({ code: 'weights.none' });
  return tensors;
}

/** First words of names by which people tell both networks apart. */
const GENERATOR = /^(net|model|module)?_?(g|gen|generator)[._]/i;
const DISCRIMINATOR = /^(net|model|module)?_?(d|dis|disc|discriminator|critic)[._]/i;

export interface BothNetworks {
  readonly generator: ReadonlyMap<string, Floats> | null;
  readonly discriminator: ReadonlyMap<string, Floats> | null;
}

const named = (tensors: ReadonlyMap<string, Floats>, first: RegExp): ReadonlyMap<string, Floats> | null => {
  const found = [...tensors].flatMap(([name, tensor]) =>
    first.test(name) ? [[name.replace(first, ''), tensor] as const] : [],
  );
  return found.length > 0 ? new Map(found) : null;
};

/** Whose the tensors are, by their names; null for both where the names do not say. */
export const byNetwork = (tensors: ReadonlyMap<string, Floats>): BothNetworks => ({
  generator: named(tensors, GENERATOR),
  discriminator: named(tensors, DISCRIMINATOR),
});
