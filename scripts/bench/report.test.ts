import { expect, it } from 'vitest';
import type { Cell } from './measure.ts';
import {
  type BenchResult,
  formatCell,
  formatNumber,
  formatReport,
  formatSteps,
  formatTable,
  profileTable,
  slowReference,
} from './report.ts';

const measured = (median: number): Cell => ({ kind: 'measured', median, min: median / 2, max: median * 2, count: 5 });

it.each([
  [1234.6, '1,235'],
  [45.678, '45.7'],
  [0.0512, '0.051'],
  [0, '0'],
])('writes %d as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it('writes a measurement with its extremes and its ratio', () => {
  expect(formatCell(measured(50), measured(100))).toBe('50 (25–100); 0.5 ×');
});

it('gives the reference no ratio to itself, and nobody one to an absent reference', () => {
  const reference = measured(100);
  expect(formatCell(reference, reference)).toBe('100 (50–200)');
  expect(formatCell(reference, { kind: 'absent', why: 'not here' })).toBe('100 (50–200)');
});

it('marks estimates and reasons as such', () => {
  expect(formatCell({ kind: 'estimated', median: 3000, from: 'a batch of 2' }, measured(1000))).toBe(
    '≈ 3,000, estimated from a batch of 2; 3 ×',
  );
  expect(formatCell({ kind: 'absent', why: 'a | b' }, undefined)).toBe('a / b');
});

it('says what was not measured', () => {
  expect(formatSteps([{ name: 'dragan', batches: [] }], 'simd')).toContain(
    '### DRAGAN\n\nNot measured: the time was up before its turn.',
  );
});

it('lays out a table', () => {
  expect(formatTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});

it('profiles the largest kernels, the rest, and what is outside of them', () => {
  const kernels = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`k${i}`, i + 1]));
  const lines = profileTable({ total: 210, kernels }).split('\n');
  expect(lines[2]).toBe('| k13 | 14 | 7 % |');
  expect(lines.slice(-3)).toEqual([
    '| other kernels | 3 | 1 % |',
    '| outside kernels: tape, random numbers, read-back | 105 | 50 % |',
    '| all | 210 | 100 % |',
  ]);
});

const result: BenchResult = {
  command: 'npm run bench',
  date: '2020-01-02',
  machine: { processor: 'Abacus', cores: 2, memoryGiB: 4, platform: 'linux x64', node: 'v20' },
  width: 1,
  devices: { ours: 'two threads' },
  reference: 'theirs',
  cases: [
    {
      name: 'cgan',
      batches: [16, 64].map((batch) => ({
        batch,
        flops: 1e9,
        cells: { theirs: measured(40), ours: measured(20), others: { kind: 'absent', why: 'not here' } },
      })),
    },
  ],
  products: { ours: { square: 100 }, theirs: {} },
  peak: 100,
  floorOf: 'ours',
  profiles: [],
};

it('tells in the report where its figures come from, and a common reason once', () => {
  const report = formatReport(result);
  expect(report).toContain('Written by `npm run bench` on 2020-01-02.');
  expect(report).toContain('- Abacus, 2 cores, 4 GiB, linux x64, Node v20\n- ours: two threads');
  expect(report).toContain('| ours | 20 (10–40); 0.5 × | 20 (10–40); 0.5 × |');
  expect(report).toContain('| others | not here |  |');
  expect(report).toContain('| 64 | 1 | 10 | 50 % |');
  expect(report).toContain('| square | 100 | – |');
});

it('warns when the reference multiplies more slowly than it could', () => {
  const { products } = result;
  expect(slowReference({ ...result, products: { ...products, theirs: { square: 80 } } })).toBeNull();
  expect(slowReference({ ...result, products: { ...products, theirs: { square: 5 } } })).toMatch(/flatter/);
  expect(slowReference(result)).toBeNull();
});
