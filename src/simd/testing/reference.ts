/** Reference results in double precision for the tests of this folder, from the definitions. */

/** op(a) [m, k] · op(b) [k, n] */
export function matMulReference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [m, k, n]: readonly [number, number, number],
  transposeA: boolean,
  transposeB: boolean,
): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) {
        sum += Number(a[transposeA ? p * m + i : i * k + p]) * Number(b[transposeB ? j * k + p : p * n + j]);
      }
      out[i * n + j] = sum;
    }
  }
  return out;
}

export interface ConvCase {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly kernel: readonly [number, number];
  readonly filters: number;
  readonly stride: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly top: number;
  readonly left: number;
}

/** Calls `visit` for each product of the convolution: indices into image, filter and output. */
export function eachProduct(c: ConvCase, visit: (image: number, filter: number, output: number) => void): void {
  for (let n = 0; n < c.batch; n++) {
    for (let oh = 0; oh < c.outHeight; oh++) {
      for (let ow = 0; ow < c.outWidth; ow++) {
        for (let kh = 0; kh < c.kernel[0]; kh++) {
          for (let kw = 0; kw < c.kernel[1]; kw++) {
            const [ih, iw] = [oh * c.stride - c.top + kh, ow * c.stride - c.left + kw];
            if (ih < 0 || ih >= c.height || iw < 0 || iw >= c.width) continue;
            for (let ci = 0; ci < c.channels; ci++) {
              for (let co = 0; co < c.filters; co++) {
                visit(
                  ((n * c.height + ih) * c.width + iw) * c.channels + ci,
                  ((kh * c.kernel[1] + kw) * c.channels + ci) * c.filters + co,
                  ((n * c.outHeight + oh) * c.outWidth + ow) * c.filters + co,
                );
              }
            }
          }
        }
      }
    }
  }
}

/** The largest difference, relative to the largest value. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) throw new Error(`${actual.length} values, not ${expected.length}.`);
  let [difference, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    const wanted = expected[i] as number;
    const off = Math.abs((actual[i] as number) - wanted);
    difference = Math.max(difference, off);
    size = Math.max(size, Math.abs(wanted));
  }
  return size === 0 ? difference : difference / size;
}
