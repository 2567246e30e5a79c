/** Matrix products, and convolutions as matrix products: which number stands at a row and a column of each operand. */
import { backend_util } from '@tensorflow/tfjs-core';
import { type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { coordinates, placeAt, plus, times } from './indices.ts';
import { type Scope, Unwritable } from './subject.ts';

/** One operand: what stands at (`row`, `k`) of the left one, or (`k`, `column`) of the right one, of product `batch`. */
interface Operand {
  read(scope: Scope): string;
  /** Whether neighbours along k are neighbours in memory. */
  readonly isAlongK: boolean;
}

/** out[batch, row, column] = Σₖ left[batch, row, k] · right[batch, k, column]. */
export interface Product {
  readonly batch: number;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly left: Operand;
  readonly right: Operand;
}

function matrixProduct({ inputs, attrs }: Operation): Product {
  const [a, b] = [inputs.a as Ref, inputs.b as Ref];
  const [byA, byB] = [Boolean(attrs.transposeA), Boolean(attrs.transposeB)];
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const [countA, countB] = [sizeOf(a.shape.slice(0, -2)), sizeOf(b.shape.slice(0, -2))];
  if (countA !== countB && countA !== 1 && countB !== 1) throw new Unwritable('Batches of products are of one size.');
  const matrix = ({ slot }: Ref, at: readonly [string, string], shape: readonly [number, number], count: number) =>
    function read(scope: Scope): string {
      const begin = times(scope.name, count === 1 ? '0u' : 'batch', sizeOf(shape));
      return scope.float(slot, plus(scope.name, begin, placeAt(scope.name, at, shape)));
    };
  return {
    batch: Math.max(countA, countB),
    rows: byA ? columnsA : rowsA,
    columns: byB ? rowsB : columnsB,
    depth: byA ? rowsA : columnsA,
    left: { isAlongK: !byA, read: matrix(a, byA ? ['k', 'row'] : ['row', 'k'], [rowsA, columnsA], countA) },
    right: { isAlongK: byB, read: matrix(b, byB ? ['column', 'k'] : ['k', 'column'], [rowsB, columnsB], countB) },
  };
}

type Shape4 = [number, number, number, number];

/** The geometry of a convolution from an image to a smaller one. */
function geometry({ attrs }: Operation, image: readonly number[], filter: readonly number[]) {
  if ((attrs.dataFormat ?? 'NHWC') !== 'NHWC') throw new Unwritable('Convolutions have their channels last.');
  const info = backend_util.computeConv2DInfo(
    image as Shape4,
    filter as Shape4,
    attrs.strides as number,
    (attrs.dilations as number | undefined) ?? 1,
    attrs.pad as 'same' | 'valid' | number,
    attrs.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
  );
  if (info.dilationHeight !== 1 || info.dilationWidth !== 1) throw new Unwritable('Convolutions are not dilated.');
  return info;
}

/** Where output (y, x) meets the filter's (ky, kx) in the image; 0 is read outside. */
function inImage(scope: Scope, info: backend_util.Conv2DInfo, slot: number, at: readonly string[]): string {
  const [batch, y, x, ky, kx, channel] = at as [string, string, string, string, string, string];
  const { name } = scope;
  const { inHeight, inWidth, inChannels, strideHeight, strideWidth, padInfo } = info;
  // What lies before the first row wraps around and is large.
  const row = name(`${y} * ${strideHeight}u + ${ky} - ${padInfo.top}u`);
  const column = name(`${x} * ${strideWidth}u + ${kx} - ${padInfo.left}u`);
  scope.line(`if (${row} >= ${inHeight}u || ${column} >= ${inWidth}u) { return 0.0; }`);
  return scope.float(
    slot,
    placeAt(name, [batch, row, column, channel], [info.batchSize, inHeight, inWidth, inChannels]),
  );
}

function convolution(operation: Operation): Product {
  const [x, filter] = [operation.inputs.x as Ref, operation.inputs.filter as Ref];
  const info = geometry(operation, x.shape, filter.shape);
  const { batchSize, outHeight, outWidth, outChannels, filterHeight, filterWidth, inChannels } = info;
  const taps = [filterHeight, filterWidth, inChannels];
  return {
    batch: 1,
    rows: batchSize * outHeight * outWidth,
    columns: outChannels,
    depth: sizeOf(taps),
    left: {
      isAlongK: true,
      read(scope) {
        const [batch, y, at] = coordinates(scope.name, 'row', [batchSize, outHeight, outWidth]);
        const [ky, kx, channel] = coordinates(scope.name, 'k', taps);
        return inImage(scope, info, x.slot, [batch, y, at, ky, kx, channel] as string[]);
      },
    },
    right: {
      isAlongK: false,
      read: (scope) => scope.float(filter.slot, placeAt(scope.name, ['k', 'column'], [sizeOf(taps), outChannels])),
    },
  };
}

/** The gradient by the image: each of its points gathers what it took part in. */
function byImage(operation: Operation): Product {
  const [dy, filter] = [operation.inputs.dy as Ref, operation.inputs.filter as Ref];
  const info = geometry(operation, operation.attrs.inputShape as number[], filter.shape);
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, filterHeight, filterWidth } =
    info;
  const { strideHeight, strideWidth, padInfo } = info;
  const taps = [filterHeight, filterWidth, outChannels];
  /** The output's row that met the image's `at` by the filter's `tap`, if there is one. */
  const from = (scope: Scope, at: string, tap: string, pad: number, stride: number, size: number): string => {
    const offset = scope.name(`${at} + ${pad}u - ${tap}`);
    const own = stride === 1 ? offset : scope.name(`${offset} / ${stride}u`);
    const fits = stride === 1 ? '' : ` || ${offset} % ${stride}u != 0u`;
    scope.line(`if (${own} >= ${size}u${fits}) { return 0.0; }`);
    return own;
  };
  return {
    batch: 1,
    rows: batchSize * inHeight * inWidth,
    columns: inChannels,
    depth: sizeOf(taps),
    left: {
      isAlongK: true,
      read(scope) {
        const [batch, y, x] = coordinates(scope.name, 'row', [batchSize, inHeight, inWidth]) as [
          string,
          string,
          string,
        ];
        const [ky, kx, channel] = coordinates(scope.name, 'k', taps) as [string, string, string];
        const row = from(scope, y, ky, padInfo.top, strideHeight, outHeight);
        const column = from(scope, x, kx, padInfo.left, strideWidth, outWidth);
        const shape = [batchSize, outHeight, outWidth, outChannels];
        return scope.float(dy.slot, placeAt(scope.name, [batch, row, column, channel], shape));
      },
    },
    right: {
      isAlongK: true,
      read(scope) {
        const [ky, kx, channel] = coordinates(scope.name, 'k', taps) as [string, string, string];
        const shape = [filterHeight, filterWidth, inChannels, outChannels];
        return scope.float(filter.slot, placeAt(scope.name, [ky, kx, 'column', channel], shape));
      },
    },
  };
}

/** The gradient by the filter: a sum over all places of all images. */
function byFilter(operation: Operation): Product {
  const [x, dy] = [operation.inputs.x as Ref, operation.inputs.dy as Ref];
  const info = geometry(operation, x.shape, operation.attrs.filterShape as number[]);
  const { batchSize, outHeight, outWidth, outChannels, filterHeight, filterWidth, inChannels } = info;
  const taps = [filterHeight, filterWidth, inChannels];
  const places = [batchSize, outHeight, outWidth];
  return {
    batch: 1,
    rows: sizeOf(taps),
    columns: outChannels,
    depth: sizeOf(places),
    left: {
      isAlongK: false,
      read(scope) {
        const [ky, kx, channel] = coordinates(scope.name, 'row', taps);
        const [batch, y, at] = coordinates(scope.name, 'k', places);
        return inImage(scope, info, x.slot, [batch, y, at, ky, kx, channel] as string[]);
      },
    },
    right: {
      isAlongK: false,
      read: (scope) => scope.float(dy.slot, placeAt(scope.name, ['k', 'column'], [sizeOf(places), outChannels])),
    },
  };
}

export function productOf(operation: Operation): Product {
  switch (operation.kernel) {
    case 'BatchMatMul':
    case '_FusedMatMul':
      return matrixProduct(operation);
    case 'Conv2D':
    case 'FusedConv2D':
      return convolution(operation);
    case 'Conv2DBackpropInput':
      return byImage(operation);
    case 'Conv2DBackpropFilter':
      return byFilter(operation);
    default:
      throw new Unwritable(`There is no WGSL for ${operation.kernel}.`);
  }
}
