/** Jobs that follow each other and work element by element on as many elements: one after the other in the cache. */
import type { Job } from '../pool.ts';
import { JOB_ADAM, JOB_ASSIGN, JOB_BINARY, JOB_MOVE_TOWARDS, JOB_RANDOM, JOB_UNARY } from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import type { JobPart, Part } from './parts.ts';

/** What such a job does with memory, by the addresses of its tensors. */
interface Touched {
  readonly size: number;
  readonly writes: readonly number[];
  /** Read at the place that is written, as what is written is. */
  readonly along: readonly number[];
  /** Read elsewhere: a row for all rows, a number for all. */
  readonly across: readonly number[];
}

/** The arguments are those that assembly/ tells of each job. Null for a job that does not work element by element. */
function touchedBy({ job, ints }: Job): Touched | null {
  const at = (place: number): number => ints[place] as number;
  switch (job) {
    case JOB_UNARY:
      return { size: at(2), writes: [at(1)], along: [at(0)], across: [] };
    case JOB_BINARY: {
      const [rows, length] = [at(4), at(5)];
      const isAlong = (row: number, step: number) => step === 1 && (rows === 1 || row === length);
      const operands = [
        { address: at(0), along: isAlong(at(6), at(7)) },
        { address: at(1), along: isAlong(at(8), at(9)) },
      ];
      const those = (along: boolean) => operands.filter((each) => each.along === along).map(({ address }) => address);
      return { size: rows * length, writes: [at(2)], along: those(true), across: those(false) };
    }
    case JOB_ADAM:
      return { size: at(4), writes: [at(0), at(1), at(2)], along: [at(3)], across: [] };
    case JOB_ASSIGN:
      return { size: at(2), writes: [at(0)], along: [at(1)], across: [] };
    case JOB_MOVE_TOWARDS:
      return { size: at(2), writes: [at(0)], along: [at(1)], across: [] };
    case JOB_RANDOM:
      return { size: at(1), writes: [at(0)], along: [], across: [] };
    default:
      return null;
  }
}

/** Whether one may read elsewhere what another writes. */
const disturbs = (a: Touched, b: Touched): boolean =>
  a.across.some((address) => b.writes.includes(address)) || b.across.some((address) => a.writes.includes(address));

/** Puts such jobs together. What fits into one chunk is left alone: it is in the cache anyway. */
export function chained(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  let open: { readonly jobs: JobPart[]; readonly touched: Touched[] } | null = null;
  const close = (): void => {
    const [first, second] = open?.jobs ?? [];
    if (open && first && second) all.push({ kind: 'chain', size: (open.touched[0] as Touched).size, jobs: open.jobs });
    else if (first) all.push(first);
    open = null;
  };
  for (const part of parts) {
    const touched = part.kind === 'job' ? touchedBy(part.job) : null;
    if (part.kind !== 'job' || touched === null || touched.size <= CHUNK) {
      close();
      all.push(part);
      continue;
    }
    const fits = open?.touched.every((other) => other.size === touched.size && !disturbs(other, touched));
    if (!fits) close();
    open ??= { jobs: [], touched: [] };
    open.jobs.push(part);
    open.touched.push(touched);
  }
  close();
  return all;
}
