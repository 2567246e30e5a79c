import type { Matrix } from './matrix.ts';

/** Kynkäänniemi et al. use 3: enough to be robust, few enough to follow the manifold. */
const NEIGHBOURS = 3;

/** The squared distance of each chosen example to its k-th nearest chosen one, itself excepted. */
export function manifoldRadii({ columns, values }: Matrix, chosen: Uint32Array, k: number = NEIGHBOURS): Float64Array {
  const nearest = new Float64Array(k);
  return Float64Array.from(chosen, (row, i) => {
    nearest.fill(Number.POSITIVE_INFINITY);
    for (let j = 0; j < chosen.length; j++) {
      const distance = values[row * columns + (chosen[j] as number)] as number;
      if (j === i || distance >= (nearest[k - 1] as number)) continue;
      let at = k - 1;
      for (; at > 0 && (nearest[at - 1] as number) > distance; at--) nearest[at] = nearest[at - 1] as number;
      nearest[at] = distance;
    }
    return nearest[k - 1] as number;
  });
}

export const shareOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
