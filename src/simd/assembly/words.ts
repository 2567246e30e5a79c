/** A job as words: its code, its chunks, how many integers and floats it takes, and these; the next job follows. */

/** Where the integers of the job at `at` lie. */
// @ts-expect-error: decorator
@inline export function intsOf(at: usize): usize {
  return at + 16;
}

// @ts-expect-error: decorator
@inline export function floatsOf(at: usize): usize {
  return intsOf(at) + ((<usize>load<u32>(at, 8)) << 2);
}

/** The job that follows. */
// @ts-expect-error: decorator
@inline export function after(at: usize): usize {
  return floatsOf(at) + ((<usize>load<u32>(at, 12)) << 2);
}
