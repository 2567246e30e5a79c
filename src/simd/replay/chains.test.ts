import { expect, it } from 'vitest';
import { JOB_BINARY, JOB_GEMM, JOB_UNARY } from '../shared/codes.ts';
import { CELLS, CHUNK } from '../shared/layout.ts';
import { chained } from './chains.ts';
import type { JobPart, Part } from './parts.ts';

const SIZE = 3 * CHUNK;
/** The job of an operation by itself, the `place`th of the program. */
const job = (code: number, ints: readonly number[], own: Partial<JobPart> = {}): JobPart => ({
  kind: 'job',
  job: { job: code, chunks: Math.ceil(SIZE / CHUNK), ints, floats: [] },
  event: null,
  place: 0,
  isLast: true,
  lastRead: new Map(),
  ...own,
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

/** Which integers of which jobs are cells; of each job the place of the operation that reads last what it makes. */
function cells(jobs: readonly JobPart[], lastRead: readonly (number | null)[], isLast = true) {
  const placed = jobs.map((part, place) => {
    const [out = 0] = part.job.job === JOB_UNARY ? part.job.ints.slice(1) : part.job.ints.slice(2);
    const last = lastRead[place] ?? null;
    return {
      ...part,
      place,
      isLast: isLast || place < jobs.length - 1,
      lastRead: new Map(last === null ? [] : [[out, last]]),
    };
  });
  const [chain] = chained(placed);
  return chain?.kind === 'chain' ? chain.inCells.map(({ job, int, cell }) => [job, int, cell]) : null;
}

it('keeps from memory what is made and read within a chain alone', () => {
  expect(cells([unary(100, 200), unary(200, 300), add(200, 300, 400)], [2, 2, null])).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 1],
    [2, 0, 0],
    [2, 1, 1],
  ]);
});

it.each([
  ['is read behind it', [unary(100, 200), unary(200, 300)], [2, null], true],
  ['is read by further jobs of its last operation', [unary(100, 200), unary(200, 300)], [1, null], false],
  ['stays after the step', [unary(100, 200), unary(200, 300)], [null, null], true],
] as const)('stores what %s', (_, jobs, lastRead, isLast) => {
  expect(cells(jobs, lastRead, isLast)).toEqual([]);
});

it('reads from memory again what is stored at the address of what was in a cell', () => {
  const jobs = [unary(100, 200), unary(200, 300), unary(300, 200), unary(200, 400)];
  expect(cells(jobs, [1, 2, 9, null])).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 1],
    [2, 0, 1],
  ]);
});

it('has as many cells as a thread has room for', () => {
  const jobs = Array.from({ length: CELLS + 3 }, (_, i) => unary(100 + i, 101 + i));
  const held = cells(
    jobs,
    jobs.map((_, i) => (i === jobs.length - 1 ? null : i + 1)),
  );
  expect(new Set(held?.map(([, , cell]) => cell)).size).toBe(CELLS);
  expect(held).toHaveLength(2 * CELLS);
});
