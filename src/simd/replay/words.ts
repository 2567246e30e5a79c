/** Jobs as words in the linear memory, one after the other, as assembly/replay.ts reads them. */
import type { SimdBackend } from '../backend.ts';
import type { Part } from './lower.ts';

type JobPart = Extract<Part, { readonly kind: 'job' }>;

/** What is run at a stretch. */
export type Segment =
  | { readonly kind: 'jobs'; readonly at: number; readonly count: number }
  | { readonly kind: 'borrowed'; run(): void };

/** What a job is told, where it reads it. */
export interface Dial {
  readonly ints: Int32Array;
  readonly floats: Float32Array;
}

const HEAD = 4;

const isJob = (part: Part): part is JobPart => part.kind === 'job';

/**
 * @param permanent gives a block of so many bytes
 * @returns what to run, and the dials of each event
 */
export function writeJobs(
  parts: readonly Part[],
  permanent: (bytes: number) => number,
  backend: SimdBackend,
): { readonly segments: readonly Segment[]; readonly dials: ReadonlyMap<number, Dial[]> } {
  const words = parts.filter(isJob).reduce((sum, { job }) => sum + HEAD + job.ints.length + job.floats.length, 0);
  const pointer = permanent(4 * Math.max(1, words));
  const { buffer } = backend.linear.memory;
  const segments: Segment[] = [];
  const dials = new Map<number, Dial[]>();
  let next = pointer;
  for (const part of parts) {
    if (!isJob(part)) {
      segments.push(part);
      continue;
    }
    const { job, chunks, ints, floats } = part.job;
    const last = segments.at(-1);
    if (last?.kind === 'jobs') segments[segments.length - 1] = { ...last, count: last.count + 1 };
    else segments.push({ kind: 'jobs', at: next, count: 1 });
    const head = new Int32Array(buffer, next, HEAD + ints.length);
    head.set([job, chunks, ints.length, floats.length, ...ints]);
    const own = new Float32Array(buffer, next + 4 * head.length, floats.length);
    own.set(floats);
    if (part.event !== null)
      dials.set(part.event, [...(dials.get(part.event) ?? []), { ints: head.subarray(HEAD), floats: own }]);
    next += 4 * (head.length + floats.length);
  }
  return { segments, dials };
}
