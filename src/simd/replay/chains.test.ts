import { expect, it } from 'vitest';
import { JOB_BINARY, JOB_GEMM, JOB_UNARY } from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import { chained } from './chains.ts';
import type { JobPart, Part } from './parts.ts';

const SIZE = 3 * CHUNK;
const job = (code: number, ints: readonly number[]): JobPart => ({
  kind: 'job',
  job: { job: code, chunks: Math.ceil(SIZE / CHUNK), ints, floats: [] },
  event: null,
});
const unary = (x: number, out: number, size = SIZE) => job(JOB_UNARY, [x, out, size, 0]);
/** out = a + b, both of SIZE numbers. */
const add = (a: number, b: number, out: number) => job(JOB_BINARY, [a, b, out, 0, 1, SIZE, SIZE, 1, SIZE, 1, 1]);
/** out = a + b, b a column: one number for each of three rows. */
const addColumn = (a: number, b: number, out: number) => job(JOB_BINARY, [a, b, out, 0, 3, CHUNK, CHUNK, 1, 1, 0, 1]);
const product = job(JOB_GEMM, []);

const shapeOf = (parts: readonly Part[]): readonly unknown[] =>
  parts.map((part) => (part.kind === 'chain' ? part.jobs : part));

it('makes one of jobs that read at the place where another writes', () => {
  const jobs = [unary(100, 200), add(200, 300, 400), unary(400, 100)];
  expect(shapeOf(chained([...jobs, product, unary(1, 2)]))).toEqual([jobs, product, unary(1, 2)]);
});

it.each([
  ['a job between them works otherwise', [unary(100, 200), product, unary(200, 300)]],
  ['they have different sizes', [unary(100, 200), unary(300, 400, 2 * CHUNK)]],
  ['they fit into a chunk', [unary(100, 200, CHUNK), unary(200, 300, CHUNK)]],
  ['one reads elsewhere what another writes', [unary(100, 200), addColumn(300, 200, 400)]],
  ['one writes what another reads elsewhere', [addColumn(300, 200, 400), unary(100, 200)]],
])('leaves jobs apart where %s', (_, jobs) => {
  expect(chained(jobs)).toEqual(jobs);
});
