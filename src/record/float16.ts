/** Half precision (IEEE 754 binary16): 1 sign bit, 5 exponent bits, 10 fraction bits. Relative error at most 2⁻¹¹. */

const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/** The nearest half, ties to even; beyond 65,504 infinite. */
function toHalf(value: number): number {
  word[0] = value;
  const float = bits[0] as number;
  const sign = (float >>> 16) & 0x8000;
  const magnitude = float & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00; // not a number
  if (magnitude >= 0x47800000) return sign | 0x7c00; // 2¹⁶ and above
  const exponent = (magnitude >>> 23) - 112; // of the half; 0 and below: subnormal
  if (exponent < -10) return sign;
  const fraction = (magnitude & 0x7fffff) | (exponent > 0 ? 0 : 0x800000);
  const dropped = exponent > 0 ? 13 : 14 - exponent;
  const kept = (exponent > 0 ? exponent << 10 : 0) + (fraction >>> dropped);
  const rest = fraction & ((1 << dropped) - 1);
  const tie = 1 << (dropped - 1);
  // A carry runs into the exponent, as it should.
  return sign | (kept + Number(rest > tie || (rest === tie && (kept & 1) === 1)));
}

function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

export const encodeHalves = (values: Float32Array): Uint16Array<ArrayBuffer> => Uint16Array.from(values, toHalf);
export const decodeHalves = (halves: Uint16Array): Float32Array<ArrayBuffer> => Float32Array.from(halves, fromHalf);
