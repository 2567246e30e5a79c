import { flushSync } from 'react-dom';

/** No chart is drawn more often than this: five times a second looks alive and leaves time for the hand. */
const CHART_INTERVAL_MS = 200;
/** After a turn the charts rest this many times as long as it took: on a slow machine the training needs the time. */
const REST = 4;

type Draw = () => void;

export interface Turns {
  /** Calls `draw` when the series has changed and it is this chart's turn. Returns the function that leaves. */
  join(draw: Draw): () => void;
}

/** Where charts wait for their turn. */
export interface Queue {
  readonly charts: Set<Draw>;
  /** Charts that have not been drawn since the last change come first. */
  readonly waiting: Draw[];
  timer: ReturnType<typeof setTimeout> | null;
}

export const createQueue = (): Queue => ({ charts: new Set(), waiting: [], timer: null });

/** All charts of the page wait here: those of a comparison belong to several runs. */
const page = createQueue();

function ask(queue: Queue, draw: Draw): void {
  if (!queue.waiting.includes(draw)) queue.waiting.push(draw);
  schedule(queue);
}

function schedule(queue: Queue, restMs = 0): void {
  if (queue.timer !== null || queue.waiting.length === 0) return;
  queue.timer = setTimeout(
    () => {
      const start = performance.now();
      const draw = queue.waiting.shift();
      // At once: React would put it off and draw it in the same task as whatever changes next.
      if (draw) flushSync(draw);
      queue.timer = null;
      schedule(queue, (performance.now() - start) * REST);
    },
    Math.max(restMs, CHART_INTERVAL_MS / queue.charts.size),
  );
}

function leave(queue: Queue, draw: Draw): void {
  queue.charts.delete(draw);
  const place = queue.waiting.indexOf(draw);
  if (place >= 0) queue.waiting.splice(place, 1);
  if (queue.charts.size > 0 || queue.timer === null) return;
  clearTimeout(queue.timer);
  queue.timer = null;
}

/**
 * Lets charts take turns: each is drawn a few times a second, and no two in the same task, so that the page answers in
 * between however slow the machine. `subscribe` tells of changes of what these charts show.
 */
export function createTurns(subscribe: (listener: () => void) => () => void, queue: Queue = page): Turns {
  const charts = new Set<Draw>();
  const wake = (): void => {
    for (const draw of charts) ask(queue, draw);
  };
  let unsubscribe: (() => void) | null = null;
  return {
    join(draw) {
      charts.add(draw);
      queue.charts.add(draw);
      unsubscribe ??= subscribe(wake);
      ask(queue, draw);
      return () => {
        charts.delete(draw);
        leave(queue, draw);
        if (charts.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
      };
    },
  };
}

/** For what is drawn once, as a sheet of paper is. */
export const atOnce: Turns = {
  join(draw) {
    draw();
    return () => undefined;
  },
};
