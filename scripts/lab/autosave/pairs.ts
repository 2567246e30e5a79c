/** What a checkpoint costs, by what the page heard around each. */
import type { Heard } from './watch.ts';

/** Half of a window, milliseconds: between two checkpoints there is room for one without any. */
const HALF = 7500;
/** What happens so long after a checkpoint may be its doing. */
const AFTER = 3000;

export interface Pair {
  /** Whether it was written to the database. */
  readonly written: boolean;
  /** Steps a second around the checkpoint, and behind that. */
  readonly around: number;
  readonly behind: number;
}

export interface Costs {
  readonly pairs: readonly Pair[];
  /** The longest task of the page's main thread over 50 ms behind a checkpoint, and elsewhere; 0 where there is none. */
  readonly longestTask: { readonly behind: number; readonly elsewhere: number };
  /** The longest time between two frames behind a checkpoint, and elsewhere. */
  readonly longestSilence: { readonly behind: number; readonly elsewhere: number };
}

/** Steps at a moment, between those of two frames. */
function stepAt(frames: Heard['frames'], at: number): number {
  const next = frames.findIndex((frame) => frame.at > at);
  const [a, b] = [frames[next - 1], frames[next]];
  if (!a || !b) return Number.NaN;
  return a.step + ((b.step - a.step) * (at - a.at)) / (b.at - a.at);
}

const longest = <Item>(items: readonly Item[], length: (item: Item) => number): number =>
  Math.max(0, ...items.map(length));

export function costsOf({ frames, checkpoints, writes, longTasks }: Heard): Costs {
  const rate = (from: number, to: number): number => ((stepAt(frames, to) - stepAt(frames, from)) / (to - from)) * 1000;
  const pairs = checkpoints
    .map((at) => ({
      written: writes.some((write) => write >= at && write < at + AFTER),
      around: rate(at - HALF, at + HALF),
      behind: rate(at + HALF, at + 3 * HALF),
    }))
    // The first and the last have no whole windows.
    .filter(({ around, behind }) => !Number.isNaN(around + behind));
  const isBehind = (at: number): boolean =>
    [...checkpoints, ...writes].some((moment) => at > moment - AFTER / 3 && at < moment + AFTER);
  const begun = frames[0]?.at ?? 0;
  const tasks = longTasks.filter(({ at }) => at > begun);
  const gaps = frames.slice(1).map(({ at }, i) => ({ at, milliseconds: at - (frames[i]?.at ?? at) }));
  const both = (all: typeof tasks) => ({
    behind: longest(
      all.filter(({ at }) => isBehind(at)),
      ({ milliseconds }) => milliseconds,
    ),
    elsewhere: longest(
      all.filter(({ at }) => !isBehind(at)),
      ({ milliseconds }) => milliseconds,
    ),
  });
  return { pairs, longestTask: both(tasks), longestSilence: both(gaps) };
}
