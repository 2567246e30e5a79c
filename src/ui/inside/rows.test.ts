import { expect, it } from 'vitest';
import type { LayerReport } from '../../core/inspection.ts';
import { ratioShare, rowsOf } from './rows.ts';

const weights = { count: 2, norm: 1, gradient: 1, matrix: null };
const layer = (index: number, has: Partial<LayerReport>): LayerReport => ({
  index,
  kind: 'dense',
  output: [1],
  weights: null,
  idle: null,
  ...has,
});

it('sets each activation beside the trained layer before it', () => {
  const idle = { kind: 'dead', share: 0.5 } as const;
  const rows = rowsOf([
    layer(0, { weights }),
    layer(1, { weights, kind: 'batchNorm' }),
    layer(2, { kind: 'relu', idle }),
    layer(3, { weights }),
  ]);
  expect(rows.map(({ layer: { index }, idle: found }) => [index, found])).toEqual([
    [0, null],
    [1, idle],
    [3, null],
  ]);
});

it('draws ratios by their logarithm', () => {
  expect(ratioShare(100, 1)).toBe(1);
  expect(ratioShare(0.1, 1)).toBeCloseTo(0.5);
  expect(ratioShare(0, 1)).toBe(0);
  expect(ratioShare(0, 0)).toBe(0);
  expect(ratioShare(5000, 1)).toBe(1);
});
