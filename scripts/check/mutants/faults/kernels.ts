import { faultsIn } from '../fault.ts';

/** The side of the CPU kernels that is JavaScript: what they are told, and where their results lie. */
export const kernelFaults = faultsIn('src/simd', [
  ['Adam without correction of bias', 'inPlace.ts', 'rate / (1 - beta1 ** step)', 'rate', 'fused.test.ts'],
  [
    'a share of a long sum is left out',
    'gemm.ts',
    'const count = ceilDivide(k, share);',
    'const count = Math.floor(k / share);',
    'conv.test.ts',
  ],
  [
    'bias is dropped where sums are long',
    'gemm.ts',
    ' && product.bias === undefined) {\n    multiplyShares',
    ') {\n    multiplyShares',
    'gemm.test.ts',
  ],
  ['batches all multiply the first matrix', 'kernels/matMul.ts', 'aCount === 1 ? 0 : m * k', '0', 'gemm.test.ts'],
  [
    'a transposed factor is read as it lies',
    'kernels/matMul.ts',
    'transposeB ? OPERAND_TRANSPOSED : OPERAND_PLAIN',
    'OPERAND_PLAIN',
    'gemm.test.ts',
  ],
  ['padding above is forgotten', 'kernels/conv.ts', '  info.padInfo.top,\n', '  0,\n', 'conv.test.ts'],
  [
    'normalisation without ε',
    'kernels/norm.ts',
    'factors, channels, ...halves(epsilon)',
    'factors, channels, ...halves(0)',
    'norm.test.ts',
  ],
  [
    'normalisation’s gradients by scale and offset are exchanged',
    'kernels/norm.ts',
    'scale, mean, variance, dScale, dOffset].map',
    'scale, mean, variance, dOffset, dScale].map',
    'norm.test.ts',
  ],
  [
    'a mean is a sum',
    'kernels/reduce.ts',
    'const factor = mean ? 1 / length : 1;',
    'const factor = 1;',
    'reduce.test.ts',
  ],
  [
    'the last block of a row is left out',
    'kernels/reduce.ts',
    'const blocks = Math.ceil(length / CHUNK);',
    'const blocks = Math.max(1, Math.floor(length / CHUNK));',
    'reduce.test.ts',
  ],
  [
    'repeated axes are walked along',
    'strides.ts',
    'i < missing || shape[i - missing] === 1 ? 0 :',
    'i < missing ? 0 :',
    'elementwise.test.ts',
  ],
  ['blocks overlap', 'memory.ts', 'this.top = end;', 'this.top = end - LINE;', 'memory.test.ts'],
  ['what was given back is never used again', 'memory.ts', 'this.free.get(size)?.pop() ?? ', '', 'memory.test.ts'],
  ['a helper that fails is not tried again', 'pool.ts', 'triesLeft = 2', 'triesLeft = 1', 'pool.test.ts'],
  [
    'a slice begins at the beginning',
    'kernels/shape.ts',
    'return reread(x, sizes, strides, dot(from, strides), backend);',
    'return reread(x, sizes, strides, 0, backend);',
    'reduce.test.ts',
  ],
]);
