import type { RunEvent } from '../../core/runEvent.ts';
import type { ImageGrid, SampleView } from '../../core/views.ts';

/** Pictures of a run's way, and what was done to it: beside its `History`, and outside React like that. */
export interface Timeline {
  /** Oldest first: the first of all, some at steps that grow by about the same factor, and the newest. */
  frames(): readonly SampleView[];
  events(): readonly RunEvent[];
  /** A newer picture, or another one of the newest step. */
  keep(view: SampleView): void;
  /** In the order of steps, behind what was noted of the same one. */
  note(event: RunEvent): void;
  /** As it was kept elsewhere. */
  restore(kept: { readonly frames: readonly SampleView[]; readonly events: readonly RunEvent[] }): void;
  /** Drops what is of later steps. */
  truncate(step: number): void;
  /** Calls back after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** Bytes of pictures that a run keeps. */
const BUDGET = 8 * 2 ** 20;
/** The newest picture stays when the next one comes if it is so much later than the one before it. */
const FACTOR = 1.05;

const bytesOf = (view: SampleView): number =>
  view.kind === 'images' ? view.generated.pixels.length : view.values.byteLength + view.generated.byteLength;

const totalOf = (views: readonly SampleView[]): number => views.reduce((sum, view) => sum + bytesOf(view), 0);

const sameImages = (a: ImageGrid, b: ImageGrid): boolean =>
  a.pixels.length === b.pixels.length && a.pixels.every((value, i) => value === b.pixels[i]);

/** Real examples seldom change from picture to picture: then they are the same array. */
function sharing(view: SampleView, last: SampleView | undefined): SampleView {
  if (view.kind === 'images' && last?.kind === 'images' && view.real !== last.real && sameImages(view.real, last.real))
    return { ...view, real: last.real };
  if (view.kind === 'plane' && last?.kind === 'plane' && view.real.length === last.real.length)
    return view.real.every((value, i) => value === last.real[i]) ? { ...view, real: last.real } : view;
  return view;
}

/** Without the picture that is missed least: that between the two whose steps differ by the smallest factor. */
function thinned(frames: readonly SampleView[]): readonly SampleView[] {
  const gap = (i: number): number =>
    ((frames[i + 1]?.step ?? Number.POSITIVE_INFINITY) + 1) / ((frames[i - 1]?.step ?? 0) + 1);
  let least = 1;
  for (let i = 2; i < frames.length - 1; i++) if (gap(i) < gap(least)) least = i;
  return frames.filter((_, i) => i !== least);
}

/** @param budget bytes of pictures that are kept at most; the first and the newest always are */
export function createTimeline(budget = BUDGET): Timeline {
  let frames: readonly SampleView[] = [];
  let events: readonly RunEvent[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    frames: () => frames,
    events: () => events,
    keep(view) {
      const before = frames.filter(({ step }) => step < view.step);
      const [last, beforeLast] = [before.at(-1), before.at(-2)];
      const stays = !last || !beforeLast || last.step >= beforeLast.step * FACTOR;
      frames = [...(stays ? before : before.slice(0, -1)), sharing(view, last)];
      while (totalOf(frames) > budget && frames.length > 2) frames = thinned(frames);
      changed();
    },
    note(event) {
      // A rule may find something about a step that others were noted after.
      const place = events.findLastIndex(({ step }) => step <= event.step) + 1;
      events = events.toSpliced(place, 0, event);
      changed();
    },
    restore(kept) {
      ({ frames, events } = kept);
      changed();
    },
    truncate(last) {
      frames = frames.filter(({ step }) => step <= last);
      events = events.filter(({ step }) => step <= last);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The picture of this step, or the last one before it; the first where there is none. */
export const frameAt = (frames: readonly SampleView[], step: number): SampleView | undefined =>
  frames.findLast((frame) => frame.step <= step) ?? frames[0];
