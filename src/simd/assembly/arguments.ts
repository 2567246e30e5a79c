/** What a kernel is told: its arguments, at fixed addresses of the shared memory, and where it may scribble. */

import { FLOATS, INTS } from '../shared/layout';

/** This thread's own scratch area. */
export let scratch: usize = 0;

/** Integer argument `i` of the current job; pointers are integers too. */
// @ts-expect-error: decorator
@inline export function int(i: i32): i32 {
  return load<i32>(INTS + (<usize>i << 2));
}

// @ts-expect-error: decorator
@inline export function pointer(i: i32): usize {
  return <usize>load<u32>(INTS + (<usize>i << 2));
}

/** Float argument `i` of the current job. */
// @ts-expect-error: decorator
@inline export function float(i: i32): f32 {
  return load<f32>(FLOATS + (<usize>i << 2));
}

/** A double in integer arguments `i` and `i` + 1, low half first. */
// @ts-expect-error: decorator
@inline export function double(i: i32): f64 {
  return load<f64>(INTS + (<usize>i << 2));
}

/** To be called once for each instance, before anything else. */
export function initialise(scratchArea: usize): void {
  scratch = scratchArea;
}
