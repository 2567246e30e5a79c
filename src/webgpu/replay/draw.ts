/** Random numbers that the device draws: those of the run's streams, as core/random.ts spreads them. */
import type { Spread } from '../../program/law.ts';
import { type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { literal } from './elementwise.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import { wordsCode } from './philox.ts';
import { wordAt } from './scope.ts';

/**
 * Box and Muller's two normal numbers of two words. WGSL promises little of its own logarithm near 1 and of its cosine, so
 * both are series here: the logarithm as 2 artanh((m − 1)/(m + 1)) of the mantissa, the angle within an eighth of a turn.
 */
const NORMAL = (own: string): string => `
fn ${own}_log(x: f32) -> f32 {
  let bits = bitcast<u32>(x);
  var exponent = f32(bits >> 23u) - 127.0;
  var m = bitcast<f32>((bits & 0x7fffffu) | 0x3f800000u);
  if (m > 1.4142135) { m *= 0.5; exponent += 1.0; }
  let s = (m - 1.0) / (m + 1.0);
  let z = s * s;
  return exponent * 0.69314718 + 2.0 * s * (1.0 + z * (0.33333333 + z * (0.2 + z * (0.14285714 + z * 0.11111111))));
}
fn ${own}_pair(first: u32, second: u32) -> vec2f {
  let radius = sqrt(-2.0 * ${own}_log(f32((first >> 8u) + 1u) * 0x1p-24f));
  let turn = f32(second >> 8u) * 0x1p-24f;
  let quarter = floor(turn * 4.0 + 0.5);
  let t = 6.2831853 * (turn - quarter * 0.25);
  let z = t * t;
  let sine = t * (1.0 + z * (-0.16666667 + z * (0.0083333333 + z * (-1.9841270e-4 + z * 2.7557319e-6))));
  let cosine = 1.0 + z * (-0.5 + z * (0.041666667 + z * (-0.0013888889 + z * (2.4801587e-5 + z * -2.7557319e-7))));
  switch u32(quarter) & 3u {
    case 0u: { return radius * vec2f(cosine, sine); }
    case 1u: { return radius * vec2f(-sine, cosine); }
    case 2u: { return radius * vec2f(-cosine, -sine); }
    default: { return radius * vec2f(sine, -cosine); }
  }
}`;

/** A function `NAME_spread(words) -> vec4u`: the bits of four numbers. */
function spreadCode(own: string, spread: Spread): string {
  const begin = `fn ${own}_spread(words: vec4u) -> vec4u {`;
  switch (spread.kind) {
    case 'uniform': {
      const [low, span] = [literal(spread.low), literal(spread.high - spread.low)];
      return `${begin} return bitcast<vec4u>(vec4f(${low}) + ${span} * (vec4f(words >> vec4u(8u)) * 0x1p-24f)); }`;
    }
    case 'normal':
      return `${NORMAL(own)}
${begin} return bitcast<vec4u>(vec4f(${own}_pair(words.x, words.y), ${own}_pair(words.z, words.w))); }`;
    case 'integers': {
      // ⌊word · bound / 2³²⌋ is the product's upper half.
      const each = ['x', 'y', 'z', 'w'].map((one) => `${own}_high(words.${one}, ${spread.bound}u)`);
      return `${begin} return vec4u(${each.join(', ')}); }`;
    }
    default:
      return spread satisfies never;
  }
}

/**
 * A kernel each of whose threads draws a block of four.
 *
 * @param dial where it is told how its stream stands
 * @param spread a function `NAME_spread(words: vec4u) -> vec4u`: the bits of four numbers
 * @param before blocks of the stream that come first
 */
export function drawBlocks(
  own: string,
  { addresses, dials }: Writing,
  { out, dial, spread, before = 0 }: { out: Ref; dial: number | undefined; spread: string; before?: number },
): Kernel {
  const size = sizeOf(out.shape);
  const address = addresses.get(out.slot);
  const at = dials.get(dial ?? -1);
  if (!address || at === undefined)
    throw new Error('What is drawn has no place, or nobody tells where its stream stands.');
  return {
    groups: Math.ceil(size / (4 * LANES)),
    shared: 0,
    code: `
${wordsCode(own)}
${spread}
fn ${own}(group: u32, lane: u32) {
  let block = group * ${LANES}u + lane;
  let ahead = block + ${before}u;
  let low = work[${at + 2}u] + ahead;
  let high = work[${at + 3}u] + select(0u, 1u, low < ahead);
  let drawn = ${own}_spread(${own}_words(work[${at}u], work[${at + 1}u], low, high));
  for (var i = 0u; i < 4u; i++) {
    let place = block * 4u + i;
    if (place < ${size}u) { ${wordAt(address, 'place')} = drawn[i]; }
  }
}`,
  };
}

export function writeDraw(own: string, writing: Writing, { attrs, outputs, dial }: Operation): Kernel {
  const [out] = outputs as [Ref];
  const spread = spreadCode(own, attrs.spread as Spread);
  return drawBlocks(own, writing, { out, dial, spread, before: Number(attrs.before) });
}
