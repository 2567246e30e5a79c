/** Element-wise jobs on the same number of elements, one after the other while those are in the cache. */
import * as codes from '../shared/codes';
import { CHUNK, STRETCH } from '../shared/layout';
import { adamSpan } from './adam';
import { int, integersAt, readFrom } from './arguments';
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
 * Integers: 0 how many elements each has, 1 how many jobs, then these as words.ts has them.
 */
export function chain(chunk: i32): void {
  const own = integersAt();
  const count = int(1);
  const end = min(int(0), (chunk + 1) * CHUNK);
  for (let from = chunk * CHUNK; from < end; from += STRETCH) {
    const until = min(end, from + STRETCH);
    let at = own + 8;
    for (let i = 0; i < count; i++) {
      readFrom(intsOf(at), floatsOf(at));
      span(load<i32>(at), from, until);
      at = after(at);
    }
  }
}
