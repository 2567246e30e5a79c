/** Tells when a worker that should give signs of life has fallen silent. */

/** What the watch needs of the page, so that a test can hold the time. */
export interface Clock {
  /** Milliseconds since any moment; it never goes back. */
  now(): number;
  /** Calls back every so many milliseconds; returns what ends that. */
  every(milliseconds: number, callback: () => void): () => void;
  isHidden(): boolean;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  every(milliseconds, callback) {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
  isHidden: () => document.hidden,
};

/** Milliseconds between two looks. */
const LOOK_MS = 250;
/** A page that looks this late has slept, was throttled or was busy itself: it cannot judge. */
const LATE_MS = 1500;
/** The worker beats every second. */
const USUAL_MS = 1000;
/** So many milliseconds beyond the longest silence of late are too many. */
const PATIENCE_MS = 3000;
/** Silences that count as of late: of a quarter of a minute, where all are usual ones. */
const REMEMBERED = 16;

export interface Watch {
  /** A sign of life; the next may take `allow` milliseconds longer than usual. */
  beat(allow: number): void;
  stop(): void;
}

/**
 * Watches from now on. A silence is too long when it lasts three seconds longer than any of the last quarter of a
 * minute; so a worker whose steps are short is missed after four seconds, and one with long steps later. Time in
 * which the page was hidden, asleep or stopped in a debugger does not count.
 *
 * @param allow Milliseconds that the first sign of life may take longer than usual.
 * @param onSilent Called once for each silence.
 */
export function createWatch(clock: Clock, allow: number, onSilent: () => void): Watch {
  const silences: number[] = [];
  let since = clock.now();
  let looked = since;
  let allowed = allow;
  let told = false;

  const stop = clock.every(LOOK_MS, () => {
    const now = clock.now();
    const late = now - looked > LATE_MS;
    looked = now;
    if (late || clock.isHidden()) since = now;
    const limit = PATIENCE_MS + allowed + Math.max(USUAL_MS, ...silences);
    if (told || now - since <= limit) return;
    told = true;
    onSilent();
  });

  return {
    beat(allowNext) {
      const now = clock.now();
      if (silences.push(now - since - allowed) > REMEMBERED) silences.shift();
      since = now;
      allowed = allowNext;
      told = false;
    },
    stop,
  };
}
