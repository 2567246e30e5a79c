/** Element-wise jobs on the same number of elements, one after the other while those are in the cache. */
import * as codes from '../shared/codes';
import { CHUNK, SCRATCH_CELLS, SCRATCH_JOBS, STRETCH } from '../shared/layout';
import { adamSpan } from './adam';
import { int, integersAt, readFrom, scratch } from './arguments';
import { assignSpan } from './assign';
import { moveTowardsSpan } from './average';
import { binarySpan } from './binary';
import { randomSpan } from './random';
import { unarySpan } from './unary';
import { after, floatsOf, intsOf } from './words';

/** Elements [from, end) of a job. */
function span(job: i32, from: i32, end: i32): void {
  switch (job) {
    case codes.JOB_UNARY:
      return unarySpan(from, end);
    case codes.JOB_BINARY:
      return binarySpan(from, end);
    case codes.JOB_ADAM:
      return adamSpan(from, end);
    case codes.JOB_MOVE_TOWARDS:
      return moveTowardsSpan(from, end);
    case codes.JOB_ASSIGN:
      return assignSpan(from, end);
    case codes.JOB_RANDOM:
      return randomSpan(from, end);
    default:
      unreachable();
  }
}

/**
 * Job: elements [chunk · CHUNK, …) of several jobs, stretch by stretch. None may read other elements of what another
 * writes than those at the same place.
 *
 * Integers: 0 how many elements each has, 1 how many jobs, 2 their words, 3 how many of these are addresses of what lies in a
 * cell, and for each of them which word and which cell; then the jobs as words.ts has them. So that a cell's address can be
 * written among them, each thread has a copy of its own.
 */
export function chain(chunk: i32): void {
  const count = int(1), bytes = (<usize>int(2)) << 2, inCells = int(3);
  const end = min(int(0), (chunk + 1) * CHUNK);
  const places = integersAt() + 16;
  const jobs = scratch + SCRATCH_JOBS;
  memory.copy(jobs, places + ((<usize>inCells) << 3), bytes);
  for (let from = chunk * CHUNK; from < end; from += STRETCH) {
    for (let i = 0; i < inCells; i++) {
      const place = places + ((<usize>i) << 3);
      const cell = scratch + SCRATCH_CELLS + <usize>load<i32>(place, 4) * (STRETCH * 4);
      // Every job adds to its addresses how far the stretch is from the beginning.
      store<u32>(jobs + ((<usize>load<i32>(place)) << 2), <u32>(cell - ((<usize>from) << 2)));
    }
    const until = min(end, from + STRETCH);
    let at = jobs;
    for (let i = 0; i < count; i++) {
      readFrom(intsOf(at), floatsOf(at));
      span(load<i32>(at), from, until);
      at = after(at);
    }
  }
}
