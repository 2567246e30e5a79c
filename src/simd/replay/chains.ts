/** Jobs that follow each other and work element by element on as many elements: one after the other in the cache. */
import type { Job } from '../pool.ts';
import { JOB_ADAM, JOB_ASSIGN, JOB_BINARY, JOB_MOVE_TOWARDS, JOB_RANDOM, JOB_UNARY } from '../shared/codes.ts';
import { CELLS, CHUNK } from '../shared/layout.ts';
import type { InCell, JobPart, Part } from './parts.ts';

/** What such a job does with memory: which of its integers are addresses of tensors. */
interface Touched {
  readonly size: number;
  readonly writes: readonly number[];
  /** Read at the place that is written, as what is written is. */
  readonly along: readonly number[];
  /** Read elsewhere: a row for all rows, a number for all. */
  readonly across: readonly number[];
}

/** The integers are those that assembly/ tells of each job. Null for a job that does not work element by element. */
function touchedBy({ job, ints }: Job): Touched | null {
  const at = (place: number): number => ints[place] as number;
  switch (job) {
    case JOB_UNARY:
      return { size: at(2), writes: [1], along: [0], across: [] };
    case JOB_BINARY: {
      const [rows, length] = [at(4), at(5)];
      const isAlong = (row: number, step: number) => step === 1 && (rows === 1 || row === length);
      const operands = [
        { place: 0, along: isAlong(at(6), at(7)) },
        { place: 1, along: isAlong(at(8), at(9)) },
      ];
      const those = (along: boolean) => operands.filter((each) => each.along === along).map(({ place }) => place);
      return { size: rows * length, writes: [2], along: those(true), across: those(false) };
    }
    case JOB_ADAM:
      return { size: at(4), writes: [0, 1, 2], along: [3], across: [] };
    case JOB_ASSIGN:
      return { size: at(2), writes: [0], along: [1], across: [] };
    case JOB_MOVE_TOWARDS:
      return { size: at(2), writes: [0], along: [1], across: [] };
    case JOB_RANDOM:
      return { size: at(1), writes: [0], along: [], across: at(12) === 0 ? [] : [12] };
    default:
      return null;
  }
}

interface Link {
  readonly part: JobPart;
  readonly touched: Touched;
}

const addresses = ({ job }: JobPart, places: readonly number[]): readonly number[] =>
  places.map((place) => job.ints[place] as number);

/** Whether one may read elsewhere what another writes. */
function disturbs(a: Link, b: Link): boolean {
  const [writtenByA, writtenByB] = [addresses(a.part, a.touched.writes), addresses(b.part, b.touched.writes)];
  return (
    addresses(a.part, a.touched.across).some((address) => writtenByB.includes(address)) ||
    addresses(b.part, b.touched.across).some((address) => writtenByA.includes(address))
  );
}

/** What is made within a chain and read within it for the last time never goes to memory. */
function cellsOf(links: readonly Link[]): readonly InCell[] {
  const end = links.at(-1)?.part as JobPart;
  const isOver = (last: number): boolean => last < end.place || (last === end.place && end.isLast);
  const inCells: InCell[] = [];
  /** The cell of what was last written at an address. */
  const held = new Map<number, number>();
  let cells = 0;
  for (const [job, { part, touched }] of links.entries()) {
    const enter = (int: number, cell: number) => inCells.push({ job, int, cell });
    for (const int of touched.along) {
      const cell = held.get(part.job.ints[int] as number);
      if (cell !== undefined) enter(int, cell);
    }
    for (const int of touched.writes) {
      const address = part.job.ints[int] as number;
      const last = part.lastRead.get(address);
      const own = held.get(address);
      if (last !== undefined && isOver(last) && (own !== undefined || cells < CELLS)) {
        const cell = own ?? cells++;
        held.set(address, cell);
        enter(int, cell);
      } else held.delete(address);
    }
  }
  return inCells;
}

/** Puts such jobs together. What fits into one chunk is left alone: it is in the cache anyway. */
export function chained(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  let open: Link[] = [];
  const close = (): void => {
    const [first, second] = open;
    if (first && second) {
      const jobs = open.map(({ part }) => part);
      all.push({ kind: 'chain', size: first.touched.size, jobs, inCells: cellsOf(open) });
    } else if (first) all.push(first.part);
    open = [];
  };
  for (const part of parts) {
    const touched = part.kind === 'job' ? touchedBy(part.job) : null;
    if (part.kind !== 'job' || touched === null || touched.size <= CHUNK) {
      close();
      all.push(part);
      continue;
    }
    const link = { part, touched };
    if (!open.every((other) => other.touched.size === touched.size && !disturbs(other, link))) close();
    open.push(link);
  }
  close();
  return all;
}
