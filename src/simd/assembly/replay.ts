/** Many jobs in one call: what a training step comes to once it is written down. */

import { FLOATS, INTS } from '../shared/layout';
import { run } from './job';

/**
 * Runs `count` jobs one after the other; each begins when the one before it is done on all threads.
 *
 * @param at the first, as words: its code, its chunks, how many integers and floats it takes, and these; the next
 * follows
 */
export function replay(at: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const ints = (<usize>load<i32>(at, 8)) << 2,
      floats = (<usize>load<i32>(at, 12)) << 2;
    memory.copy(INTS, at + 16, ints);
    memory.copy(FLOATS, at + 16 + ints, floats);
    run(load<i32>(at), load<i32>(at, 4));
    at += 16 + ints + floats;
  }
}
