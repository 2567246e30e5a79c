/** How many steps are read back together. */

/** A person sees what happens at least this often, in milliseconds, if the device answers so soon … */
export const READ_EVERY_MS = 50;
/** … and a GPU is never asked for more steps at once than it takes in that time: two where each takes long, and so many at most. */
export const AHEAD = { least: 2, most: 64 } as const;

/**
 * A device has nothing to do from when it is done to when somebody hears of it, and asks it for more: so it is given as much
 * as takes as long as an answer.
 *
 * @param steps that were read together
 * @param elapsed milliseconds that these and the read took
 * @param answersIn how many of them pass before a device is heard of that is done at once: waiting longer for more steps costs no more
 */
export function stepsTogether(steps: number, elapsed: number, answersIn: number): number {
  const fits = Math.floor((Math.max(READ_EVERY_MS, answersIn) * steps) / Math.max(1, elapsed - answersIn));
  return Math.max(AHEAD.least, Math.min(AHEAD.most, fits));
}
