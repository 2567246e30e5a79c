/**
 * How threads share a kernel call. A job is a number of independent chunks; whichever thread is free
 * takes the next one. Which thread computes a chunk never changes its value: chunk boundaries depend on
 * the problem alone.
 *
 * The control block lies at fixed addresses of the shared memory. The ticket holds the generation in its
 * high half and the number of unclaimed chunks in its low half; taking a chunk is one compare-and-swap, so
 * a late thread can never take part in a job that has ended.
 */

import {
  CALLER_SLEEPS,
  DONE,
  FLOATS,
  FLOATS_AT,
  HELPERS,
  INTS,
  INTS_AT,
  JOB,
  MAY_SLEEP,
  SLEEPERS,
  STOP,
  TICKET,
} from '../shared/layout';
import { readFrom } from './arguments';
import { execute } from './jobs';

/** Polls before a thread goes to sleep: about 100 µs, longer than tfjs takes from one kernel to the next. */
const SPINS: i32 = 40000;

/** Claims a chunk of the current job; −1 when all are taken. */
function claim(): i32 {
  while (true) {
    const ticket = atomic.load<i64>(TICKET);
    const left = <i32>ticket;
    if (left == 0) return -1;
    if (atomic.cmpxchg<i64>(TICKET, ticket, ticket - 1) == ticket) return left - 1;
  }
}

function takePart(): void {
  while (true) {
    const chunk = claim();
    if (chunk < 0) return;
    readFrom(<usize>load<u32>(INTS_AT), <usize>load<u32>(FLOATS_AT));
    execute(load<i32>(JOB), chunk);
    atomic.add<i32>(DONE, 1);
    if (atomic.load<i32>(CALLER_SLEEPS) != 0) atomic.notify(DONE, 1);
  }
}

/**
 * Until `count` chunks are done. A helper that takes longer than a chunk does may have lost its core to another program, such
 * as the page that draws: polling on would keep it from this one.
 */
function waitFor(count: i32): void {
  for (let spins = SPINS; spins > 0; spins--) if (atomic.load<i32>(DONE) == count) return;
  const maySleep = atomic.load<i32>(MAY_SLEEP) != 0;
  if (maySleep) atomic.store<i32>(CALLER_SLEEPS, 1);
  for (let done = atomic.load<i32>(DONE); done < count; done = atomic.load<i32>(DONE)) {
    if (maySleep) atomic.wait<i32>(DONE, done, -1);
  }
  atomic.store<i32>(CALLER_SLEEPS, 0);
}

/** Runs `count` chunks of a job whose arguments lie at these addresses, and returns when all are done. */
export function runFrom(job: i32, count: i32, ints: usize, floats: usize): void {
  if (count == 1 || atomic.load<i32>(HELPERS) == 0) {
    for (let chunk = 0; chunk < count; chunk++) {
      readFrom(ints, floats);
      execute(job, chunk);
    }
    return;
  }
  store<i32>(JOB, job);
  store<u32>(INTS_AT, <u32>ints);
  store<u32>(FLOATS_AT, <u32>floats);
  atomic.store<i32>(DONE, 0);
  const generation = (atomic.load<i64>(TICKET) >> 32) + 1;
  atomic.store<i64>(TICKET, (generation << 32) | <i64>count);
  if (atomic.load<i32>(SLEEPERS) > 0) atomic.notify(TICKET + 4, -1);
  takePart();
  waitFor(count);
}

/** The same with arguments that JavaScript has stored. */
export function run(job: i32, count: i32): void {
  runFrom(job, count, INTS, FLOATS);
}

/** A helper's whole life: returns once `STOP` is set and it has been woken. */
export function help(): void {
  atomic.add<i32>(HELPERS, 1);
  let seen = atomic.load<i32>(TICKET + 4);
  while (atomic.load<i32>(STOP) == 0) {
    takePart();
    let spins = SPINS;
    while (spins > 0 && atomic.load<i32>(TICKET + 4) == seen) spins--;
    if (spins == 0) {
      atomic.add<i32>(SLEEPERS, 1);
      atomic.wait<i32>(TICKET + 4, seen, -1);
      atomic.sub<i32>(SLEEPERS, 1);
    }
    seen = atomic.load<i32>(TICKET + 4);
  }
  atomic.sub<i32>(HELPERS, 1);
}
