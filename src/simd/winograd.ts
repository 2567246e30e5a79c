/**
 * Plans convolutions with fewer multiplications, Winograd's minimal filtering (Winograd 1980; Lavin and Gray 2016,
 * arXiv 1509.09308). assembly/winograd/axis.ts tells how kernels and outputs are cut.
 */
import type { backend_util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './backend.ts';
import { roundUp } from './gemm.ts';
import {
  JOB_WINOGRAD_FILTER,
  JOB_WINOGRAD_FORWARD,
  JOB_WINOGRAD_INPUT,
  JOB_WINOGRAD_SHARES,
  JOB_WINOGRAD_SUM,
} from './shared/codes.ts';
import { KC, MR, NR, SCRATCH_BYTES, SCRATCH_WINOGRAD, WINOGRAD_ROW } from './shared/layout.ts';

type Info = backend_util.Conv2DInfo;

const POINTS = 4;
/** A chunk is a number of images that leaves about so many chunks, for threads to share. */
const CHUNKS = 16;
/** Tiles that one product of the filter's gradient adds up before its sums are stored. */
const TILES = 96;
/** Most channels, and most filters, of the filter's gradient that a chunk sums. */
const COLUMNS = 128;
/** Where it pays, as measured (docs/simd.md): with enough images, and few enough of the products of the definition. */
const LEAST_IMAGES = 8;
const MOST_PRODUCTS = 0.7;

/** Bytes of a row that is read a few floats at a time: an odd number of cache lines, so that rows share no set of the cache. */
const lineOf = (n: number): number => 64 * (Math.ceil(n / 16) | 1);

/** One side: see assembly/winograd/axis.ts. */
function axisOf(kernel: number, stride: number, before: number, size: number, out: number) {
  const first = stride === 1 && kernel <= 3 ? kernel : (kernel + 1) >> 1;
  const second = kernel - first;
  const tiles = Math.ceil(out / (5 - first));
  const covered = first === 3 ? 2 * tiles : Math.max(2, out);
  return {
    ints: [kernel, stride, before, size, out],
    kernel,
    size,
    out,
    isCut: stride <= 2 && (first === 2 || first === 3) && second !== 1,
    tiles,
    covered,
    /** Pixels that the tiles see, zeros included. */
    span: stride * (covered - 1) + kernel,
    pieces: second ? 2 : 1,
    /** Products for each pair of channel and filter, were there only this side, to those of the definition. */
    share: (covered + tiles * (first - 1) + (second && covered + tiles * (second - 1))) / (out * kernel),
  };
}

export interface Winograd {
  readonly channels: number;
  readonly filters: number;
  readonly images: number;
  readonly height: ReturnType<typeof axisOf>;
  readonly width: ReturnType<typeof axisOf>;
}

/** Its products to those of the definition. */
export const shareOfProducts = ({ height, width }: Pick<Winograd, 'height' | 'width'>): number =>
  height.share * width.share;

/** Integers from the 26th on, which say where in the scratch area things lie, and where these end. */
interface Scratch {
  readonly ints: readonly number[];
  readonly end: number;
}

/** How this convolution is cut; null where it cannot be or does not pay. By its shape alone, so that bits do not depend on more. */
export function winogradOf({ winograd }: SimdBackend, info: Info): Winograd | null {
  const { inChannels: channels, outChannels: filters, batchSize: images, padInfo } = info;
  const height = axisOf(info.filterHeight, info.strideHeight, padInfo.top, info.inHeight, info.outHeight);
  const width = axisOf(info.filterWidth, info.strideWidth, padInfo.left, info.inWidth, info.outWidth);
  const isCut = height.isCut && width.isCut && info.dilationHeight * info.dilationWidth === 1;
  if (winograd === 'never' || !isCut || channels % 4 || filters % 4) return null;
  const pays = images >= LEAST_IMAGES && shareOfProducts({ height, width }) <= MOST_PRODUCTS;
  if (winograd === 'measured' && !pays) return null;
  const plan = { channels, filters, images, height, width };
  const areas = [scratchOf(plan, 1, false), scratchOf(plan, 1, true), gradientScratch(plan)];
  return areas.every(({ end }) => end <= SCRATCH_BYTES) ? plan : null;
}

const patchOf = ({ channels, height, width }: Winograd): number => height.pieces * width.pieces * channels;

/** Where the rows of inputs and of outputs begin, of so many channels and filters, and where they end. */
function rowsOf({ channels, filters, width }: Winograd, c: number, o: number): readonly [number, number, number] {
  const input = SCRATCH_WINOGRAD + 4 * Math.max(width.size * channels, width.out * filters);
  const output = input + 4 * width.span * c;
  return [input, output, output + 4 * width.covered * o];
}

/** For a chunk of so many images. */
function scratchOf(plan: Winograd, images: number, isGradient: boolean): Scratch {
  const { channels, filters, height, width } = plan;
  const [k, n] = isGradient ? [filters, patchOf(plan)] : [patchOf(plan), filters];
  const rows = roundUp(images * height.tiles * width.tiles, MR);
  const before = rowsOf(plan, channels, filters);
  const operandBytes = rows * Math.ceil(k / KC) * WINOGRAD_ROW;
  const product = before[2] + POINTS * operandBytes;
  const productBytes = rows * roundUp(n, NR) * 4;
  return { ints: [...before, operandBytes, product, productBytes, rows], end: product + POINTS * productBytes };
}

/** For the filter's gradient: channels and filters of a chunk, and images at a time. */
function gradientScratch(plan: Winograd): Scratch & { readonly block: readonly [number, number, number] } {
  const { channels, filters, height, width } = plan;
  const [c, o] = [Math.min(channels, COLUMNS), Math.min(filters, COLUMNS)];
  const tiles = height.tiles * width.tiles;
  const images = Math.max(1, Math.floor(TILES / tiles));
  const before = rowsOf(plan, c, o);
  const lines = [lineOf(width.pieces * c), lineOf(o)] as const;
  // With room for what a register tile reads beyond the last row.
  const [inputs, outputs] = lines.map((line) => images * tiles * line + 64) as [number, number];
  const sumBytes = roundUp(width.pieces * c, MR) * roundUp(o, NR) * 4;
  const sums = before[2] + POINTS * inputs;
  const output = sums + POINTS * sumBytes;
  return {
    ints: [...before, inputs, sums, sumBytes, output, outputs, ...lines],
    end: output + POINTS * outputs,
    block: [c, o, images],
  };
}

/** Addresses, and how outputs are finished. */
interface Operands {
  readonly image: number;
  readonly filter: number;
  readonly outputs: number;
  readonly bias?: number;
  readonly activation?: number;
  readonly slope?: number;
}

/** Integers of a job: see assembly/winograd/conv.ts and gradient.ts. */
const intsOf = (
  { channels, filters, images, height, width }: Winograd,
  { image, outputs, bias = 0, activation = 0 }: Operands,
  points: number,
  [atOnce, step, i8, i9]: readonly [number, number, number, number],
  { ints }: Scratch,
): readonly number[] => [
  ...[image, points, outputs, channels, filters, images, atOnce, step, i8, i9],
  ...[0, 0, 0, bias, activation],
  ...height.ints,
  ...width.ints,
  ...ints,
];

/** The outputs of a convolution, or the gradient by its image. */
export function convolve(backend: SimdBackend, plan: Winograd, at: Operands, isGradient: boolean): void {
  const { channels, filters, images } = plan;
  let atOnce = Math.max(1, Math.floor(images / CHUNKS));
  while (atOnce > 1 && scratchOf(plan, atOnce, isGradient).end > SCRATCH_BYTES) atOnce--;
  const scratch = scratchOf(plan, atOnce, isGradient);
  /** Floats of the filter at one point: whole panels. */
  const step = roundUp(patchOf(plan), NR) * roundUp(filters, NR);
  backend.borrow(POINTS * POINTS * step * 4, (points) => {
    const ints = intsOf(plan, at, points, [atOnce, step, at.filter, Number(isGradient)], scratch);
    backend.pool.run(JOB_WINOGRAD_FILTER, Math.ceil(isGradient ? channels / 4 : filters / (2 * NR)), ints);
    const job = isGradient ? JOB_WINOGRAD_INPUT : JOB_WINOGRAD_FORWARD;
    backend.pool.run(job, Math.ceil(images / atOnce), ints, [at.slope ?? 0]);
  });
}

/** The gradient by the filter. */
export function gradientOfFilter(backend: SimdBackend, plan: Winograd, at: Operands): void {
  const { channels, filters, height, width } = plan;
  const scratch = gradientScratch(plan);
  const [c, o, atOnce] = scratch.block;
  backend.borrow(POINTS * height.pieces * width.kernel * channels * filters * 4, (partial) => {
    const ints = (i8: number, i9: number) => intsOf(plan, at, partial, [atOnce, 0, i8, i9], scratch);
    const chunks = POINTS * height.pieces * Math.ceil(channels / c) * Math.ceil(filters / o);
    backend.pool.run(JOB_WINOGRAD_SHARES, chunks, ints(c, o));
    backend.pool.run(JOB_WINOGRAD_SUM, height.kernel * width.kernel, ints(at.filter, 0));
  });
}
