/** A walk through the latent space, half the way from samples of one row of the grid to those of another: pure functions. */
import { between } from '../core/latent.ts';
import type { ImageGrid } from '../core/views.ts';
import type { Asked, LatentPoints } from '../protocol/latent.ts';

/** What G draws at both ends and in the middle, one sample of each class: [n, height, width, channels] each. */
export interface Walk {
  readonly from: Uint8ClampedArray;
  readonly middle: Uint8ClampedArray;
  readonly to: Uint8ClampedArray;
  readonly image: Pick<ImageGrid, 'height' | 'width' | 'channels'>;
}

/**
 * What G is asked for: all beginnings, then all middles, then all ends.
 *
 * @param points those behind the grid, whose columns are classes
 * @param rows from which row to which, from 0; each sample goes to the one of its own class
 */
export function askedOf({ prior, size, z, labels }: LatentPoints, [from, to]: readonly [number, number]): Asked {
  const columns = labels ? new Set(labels).size : 1;
  const rowOf = (row: number): readonly Float32Array[] =>
    Array.from({ length: columns }, (_, column) => {
      const at = (row * columns + column) * size;
      return z.subarray(at, at + size);
    });
  const [first, last] = [rowOf(from), rowOf(to)];
  const places = [...first, ...first.map((one, i) => between(prior, one, last[i] as Float32Array, 0.5)), ...last];
  const all = new Float32Array(places.length * size);
  for (const [i, place] of places.entries()) all.set(place, i * size);
  const told = labels?.subarray(from * columns, (from + 1) * columns);
  return {
    z: all,
    classes: told ? { kind: 'each', labels: Int32Array.from([...told, ...told, ...told]) } : null,
  };
}

/** What G has drawn of these, taken apart again. */
export function walkOf({ height, width, channels, pixels }: ImageGrid): Walk {
  const third = pixels.length / 3;
  return {
    from: pixels.subarray(0, third),
    middle: pixels.subarray(third, 2 * third),
    to: pixels.subarray(2 * third),
    image: { height, width, channels },
  };
}

/**
 * How far what is drawn half way is from both ends laid over each other, as a share of how far the ends are apart: 0 where
 * it is nothing but these two, faded. Null where the ends are the same.
 */
export function drawnAnew({ from, middle, to }: Walk): number | null {
  let [off, apart] = [0, 0];
  for (const [i, value] of middle.entries()) {
    const [a, b] = [from[i] as number, to[i] as number];
    off += Math.abs(value - (a + b) / 2);
    apart += Math.abs(a - b);
  }
  return apart === 0 ? null : off / apart;
}
