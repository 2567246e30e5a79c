/** Jobs as words in the linear memory, one after the other, as assembly/replay.ts reads them. */
import type { SimdBackend } from '../backend.ts';
import { JOB_CHAIN } from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import type { ChainPart, JobPart, Part } from './parts.ts';

/** What a chain is told before its cells and jobs: assembly/chain.ts. */
const CHAIN_INTS = 4;

/** What is run at a stretch. */
export type Segment =
  | { readonly kind: 'jobs'; readonly at: number; readonly count: number }
  | { readonly kind: 'borrowed'; run(): void };

/** What a job is told, where it reads it. */
export interface Dial {
  readonly ints: Int32Array;
  readonly floats: Float32Array;
}

/** A job's code, its chunks, and how many integers and floats it takes. */
const HEAD = 4;

const wordsOf = (part: JobPart | ChainPart): number =>
  part.kind === 'job'
    ? HEAD + part.job.ints.length + part.job.floats.length
    : HEAD + CHAIN_INTS + 2 * part.inCells.length + wordsOfAll(part.jobs);

const wordsOfAll = (jobs: readonly JobPart[]): number => jobs.reduce((sum, job) => sum + wordsOf(job), 0);

/**
 * @param permanent gives a block of so many bytes
 * @returns what to run, and the dials of each event
 */
export function writeJobs(
  parts: readonly Part[],
  permanent: (bytes: number) => number,
  backend: SimdBackend,
): { readonly segments: readonly Segment[]; readonly dials: ReadonlyMap<number, Dial[]> } {
  const words = parts.reduce((sum, part) => sum + (part.kind === 'borrowed' ? 0 : wordsOf(part)), 0);
  let next = permanent(4 * Math.max(1, words));
  const { buffer } = backend.linear.memory;
  const segments: Segment[] = [];
  const dials = new Map<number, Dial[]>();

  function writeWords(words: readonly number[]): Int32Array {
    const written = new Int32Array(buffer, next, words.length);
    written.set(words);
    next += 4 * words.length;
    return written;
  }
  function writeJob({ job: { job, chunks, ints, floats }, event }: JobPart): void {
    writeWords([job, chunks, ints.length, floats.length]);
    const dial = { ints: writeWords(ints), floats: new Float32Array(buffer, next, floats.length) };
    dial.floats.set(floats);
    next += 4 * floats.length;
    if (event !== null) dials.set(event, [...(dials.get(event) ?? []), dial]);
  }
  function write(part: JobPart | ChainPart): void {
    if (part.kind === 'chain') {
      const { size, jobs, inCells } = part;
      writeWords([JOB_CHAIN, Math.ceil(size / CHUNK), wordsOf(part) - HEAD, 0]);
      writeWords([size, jobs.length, wordsOfAll(jobs), inCells.length]);
      for (const { job, int, cell } of inCells) writeWords([wordsOfAll(jobs.slice(0, job)) + HEAD + int, cell]);
      for (const job of jobs) writeJob(job);
    } else writeJob(part);
  }

  for (const part of parts) {
    if (part.kind === 'borrowed') {
      segments.push(part);
      continue;
    }
    const last = segments.at(-1);
    if (last?.kind === 'jobs') segments[segments.length - 1] = { ...last, count: last.count + 1 };
    else segments.push({ kind: 'jobs', at: next, count: 1 });
    write(part);
  }
  return { segments, dials };
}
