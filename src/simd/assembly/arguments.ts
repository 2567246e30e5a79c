/** What a kernel is told: its arguments in the shared memory, and where it may scribble. */

/** Where the arguments of the job lie that this thread computes: integers, and floats. */
let ints: usize = 0;
let floats: usize = 0;

/** The job's arguments lie here from now on, for this thread. */
// @ts-expect-error: decorator
@inline export function readFrom(integersAt: usize, floatsAt: usize): void {
  ints = integersAt;
  floats = floatsAt;
}

// @ts-expect-error: decorator
@inline export function integersAt(): usize {
  return ints;
}

/** This thread's own scratch area. */
export let scratch: usize = 0;

/** Integer argument `i` of the current job; pointers are integers too. */
// @ts-expect-error: decorator
@inline export function int(i: i32): i32 {
  return load<i32>(ints + (<usize>i << 2));
}

// @ts-expect-error: decorator
@inline export function pointer(i: i32): usize {
  return <usize>load<u32>(ints + (<usize>i << 2));
}

/** Float argument `i` of the current job. */
// @ts-expect-error: decorator
@inline export function float(i: i32): f32 {
  return load<f32>(floats + (<usize>i << 2));
}

/** A double in integer arguments `i` and `i` + 1, low half first. */
// @ts-expect-error: decorator
@inline export function double(i: i32): f64 {
  return load<f64>(ints + (<usize>i << 2));
}

/** To be called once for each instance, before anything else. */
export function initialise(scratchArea: usize): void {
  scratch = scratchArea;
}
