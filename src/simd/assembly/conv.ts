/** The gradient of a convolution with respect to its image: also the forward pass of a transposed one. */

import { OPERAND_PLAIN } from '../shared/codes';
import { KC, MC, MR, NC, NR, SCRATCH_PATCHES } from '../shared/layout';
import { multiplyPanels } from './gemm';
import { int, pointer, scratch } from './arguments';
import { packA } from './operand';
import { clearImage, pixelsOfImage, scatterPatches } from './patches';

/**
 * Job: the gradient of image number `chunk`. For one block of output pixels after another, dy · Wᵀ gives the
 * gradient of their patches, which is added to the image. One image is one chunk, because patches overlap.
 *
 * Integers: 0 dy [images · pixels, K]; 1 Wᵀ, packed, [K, N] with N = taps · channels; 2 N; 3 K; 24 … geometry.
 */
export function convInput(chunk: i32): void {
  const n = int(2),
    k = int(3);
  const pixels = pixelsOfImage();
  const patches = scratch + SCRATCH_PATCHES; // [rows, columns]
  clearImage(chunk);
  for (let pixel = 0; pixel < pixels; pixel += MC) {
    const rows = min(MC, pixels - pixel);
    const row = chunk * pixels + pixel;
    for (let j = 0; j < n; j += NC) {
      const columns = min(NC, n - j);
      for (let k0 = 0; k0 < k; k0 += KC) {
        const kc = min(KC, k - k0);
        const a = packA(pointer(0), OPERAND_PLAIN, k, row, rows, k0, kc);
        const b = pointer(1) + ((<usize>(j * k + k0 * NR)) << 2);
        multiplyPanels(
          a,
          (<usize>(kc * MR)) << 2,
          b,
          (<usize>(k * NR)) << 2,
          kc,
          patches,
          (<usize>columns) << 2,
          rows,
          columns,
          k0 > 0,
        );
      }
      scatterPatches(row, rows, j, columns, patches);
    }
  }
}
