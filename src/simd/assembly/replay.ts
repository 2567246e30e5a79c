/** Many jobs in one call: what a training step comes to once it is written down. */

import { runFrom } from './job';

/**
 * Runs `count` jobs one after the other; each begins when the one before it is done on all threads.
 *
 * @param at the first, as words: its code, its chunks, how many integers and floats it takes, and these; the next
 * follows
 */
export function replay(at: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const ints = at + 16,
      floats = ints + ((<usize>load<u32>(at, 8)) << 2);
    runFrom(load<i32>(at), load<i32>(at, 4), ints, floats);
    at = floats + ((<usize>load<u32>(at, 12)) << 2);
  }
}
