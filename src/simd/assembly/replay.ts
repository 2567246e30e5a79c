/** Many jobs in one call: what a training step comes to once it is written down. */

import { runFrom } from './job';
import { after, floatsOf, intsOf } from './words';

/**
 * Runs `count` jobs one after the other; each begins when the one before it is done on all threads.
 *
 * @param at the first, as words.ts has it
 */
export function replay(at: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    runFrom(load<i32>(at), load<i32>(at, 4), intsOf(at), floatsOf(at));
    at = after(at);
  }
}
