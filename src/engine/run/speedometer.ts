/** Steps per second over the last second or two. */
export interface Speedometer {
  /** Called after each step. */
  tick(now: number): void;
  /** Forgets what was before a pause. */
  reset(): void;
  /** null before two steps were timed. */
  read(): number | null;
}

const WINDOW_MS = 2000;

export function createSpeedometer(): Speedometer {
  let times: number[] = [];
  return {
    tick(now) {
      times.push(now);
      // One older than the window stays, so that slow steps have an interval to be read from.
      while (times.length > 2 && now - (times[1] as number) > WINDOW_MS) times.shift();
    },
    reset() {
      times = [];
    },
    read() {
      const first = times[0];
      const last = times.at(-1);
      if (first === undefined || last === undefined || last === first) return null;
      return ((times.length - 1) * 1000) / (last - first);
    },
  };
}
