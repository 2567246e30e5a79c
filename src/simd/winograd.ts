/**
 * Plans convolutions with fewer multiplications, Winograd's minimal filtering (Winograd 1980; Lavin and Gray 2016,
 * arXiv 1509.09308). assembly/winograd/axis.ts tells how kernels and outputs are cut.
 */
import type { backend_util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './backend.ts';
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
/** Most columns of the filter's gradient that a chunk keeps: pieces · channels, and filters. */
const COLUMNS = 256;

const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;
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
    isCut: stride <= 2 && (first === 2 || first === 3) && second !== 1,
    tiles,
    covered,
    /** Pixels that the tiles see, zeros included. */
    span: stride * (covered - 1) + kernel,
    pieces: second ? 2 : 1,
    /** Products for each pair of channel and filter, were there only this side; and those of the definition. */
    products: covered + tiles * (first - 1) + (second && covered + tiles * (second - 1)),
    direct: out * kernel,
  };
}

export interface Winograd {
  readonly channels: number;
  readonly filters: number;
  readonly images: number;
  readonly height: ReturnType<typeof axisOf>;
  readonly width: ReturnType<typeof axisOf>;
}

/** Whether and how this convolution is cut; null where it is to be computed as it is defined. */
export function winogradOf({ winograd }: SimdBackend, info: Info): Winograd | null {
  const { inChannels: channels, outChannels: filters, padInfo } = info;
  const height = axisOf(info.filterHeight, info.strideHeight, padInfo.top, info.inHeight, info.outHeight);
  const width = axisOf(info.filterWidth, info.strideWidth, padInfo.left, info.inWidth, info.outWidth);
  const isCut = height.isCut && width.isCut && info.dilationHeight * info.dilationWidth === 1;
  if (winograd === 'never' || !isCut || channels % 4 || filters % 4) return null;
  const plan = { channels, filters, images: info.batchSize, height, width };
  return scratchOf(plan, 1, true).end <= SCRATCH_BYTES && scratchOf(plan, 1, false).end <= SCRATCH_BYTES ? plan : null;
}

const patchOf = ({ channels, height, width }: Winograd): number => height.pieces * width.pieces * channels;

/** Rows at the start of the scratch area, for so many channels and filters. */
function rowsOf({ channels, filters, width }: Winograd, c: number, o: number): [number, number, number] {
  const zeros = Math.max((width.ints[3] as number) * channels, (width.ints[4] as number) * filters);
  const input = SCRATCH_WINOGRAD + 4 * zeros;
  const output = input + 4 * width.span * c;
  return [input, output, output + 4 * width.covered * o];
}

/** Where a chunk of so many images keeps what it multiplies: integers 25 … 31. */
function scratchOf(plan: Winograd, images: number, isGradient: boolean) {
  const { channels, filters, height, width } = plan;
  const [k, n] = isGradient ? [filters, patchOf(plan)] : [patchOf(plan), filters];
  const rows = roundUp(images * height.tiles * width.tiles, MR);
  const [input, output, operand] = rowsOf(plan, channels, filters);
  const operandBytes = rows * Math.ceil(k / KC) * WINOGRAD_ROW;
  const product = operand + POINTS * operandBytes;
  const productBytes = rows * roundUp(n, NR) * 4;
  return {
    ints: [input, output, operand, operandBytes, product, productBytes, rows],
    end: product + POINTS * productBytes,
  };
}

interface Pointers {
  readonly image: number;
  readonly filter: number;
  readonly outputs: number;
  readonly bias?: number;
  readonly activation?: number;
  readonly slope?: number;
}

/** The outputs of a convolution, or the gradient by its image. */
export function convolve(backend: SimdBackend, plan: Winograd, at: Pointers, isGradient: boolean): void {
  const { channels, filters, images, height, width } = plan;
  let count = Math.max(1, Math.floor(images / CHUNKS));
  while (count > 1 && scratchOf(plan, count, isGradient).end > SCRATCH_BYTES) count--;
  const step = patchOf(plan) * roundUp(filters, NR) + (isGradient ? NR * filters : 0);
  backend.borrow(POINTS * POINTS * step * 4, (points) => {
    const ints = (i8: number, i9: number) => [
      at.image,
      points,
      at.outputs,
      channels,
      filters,
      images,
      count,
      step,
      i8,
      i9,
      0,
      0,
      0,
      at.bias ?? 0,
      at.activation ?? 0,
      ...height.ints,
      ...width.ints,
      ...scratchOf(plan, count, isGradient).ints,
    ];
    const panels = Math.ceil((isGradient ? channels : filters) / NR);
    backend.pool.run(JOB_WINOGRAD_FILTER, panels, ints(at.filter, Number(isGradient)));
    const job = isGradient ? JOB_WINOGRAD_INPUT : JOB_WINOGRAD_FORWARD;
    backend.pool.run(job, Math.ceil(images / count), ints(0, 0), [at.slope ?? 0]);
  });
}

/** The gradient by the filter, written to `at.filter`. */
export function gradientOfFilter(backend: SimdBackend, plan: Winograd, at: Pointers): void {
  const { channels, filters, images, height, width } = plan;
  const c = Math.min(channels, COLUMNS / 2);
  const o = Math.min(filters, COLUMNS / 4);
  const tiles = height.tiles * width.tiles;
  const count = Math.max(1, Math.floor(TILES / tiles));
  const [input, output, operand] = rowsOf(plan, c, o);
  const [inputLine, outputLine] = [lineOf(width.pieces * c), lineOf(o)];
  // Rows, and room for what a register tile reads beyond the last.
  const inputBytes = count * tiles * inputLine + 64;
  const outputBytes = count * tiles * outputLine + 64;
  const sumBytes = roundUp(width.pieces * c, MR) * roundUp(o, NR) * 4;
  const sums = operand + POINTS * inputBytes;
  const taps = height.pieces * (width.ints[0] as number) * channels * filters;
  backend.borrow(POINTS * taps * 4, (partial) => {
    const ints = (...own: number[]) => [
      at.image,
      partial,
      at.outputs,
      channels,
      filters,
      images,
      count,
      0,
      ...own,
      0,
      0,
      0,
      0,
      0,
      ...height.ints,
      ...width.ints,
      input,
      output,
      operand,
      inputBytes,
      sums,
      sumBytes,
      sums + POINTS * sumBytes,
      outputBytes,
      inputLine,
      outputLine,
    ];
    const chunks = POINTS * height.pieces * Math.ceil(channels / c) * Math.ceil(filters / o);
    backend.pool.run(JOB_WINOGRAD_SHARES, chunks, ints(c, o));
    backend.pool.run(JOB_WINOGRAD_SUM, (height.ints[0] as number) * (width.ints[0] as number), ints(at.filter, 0));
  });
}
