import { flushSync } from 'react-dom';

/** No chart is drawn more often than this: five times a second looks alive and leaves time for the hand. */
const CHART_INTERVAL_MS = 200;
/** While it trains the charts rest after a turn this many times as long as it took: a slow machine needs the time for that. */
const REST = 14;
/** But no longer than this: of a single slow turn, as the first is, the charts would say for many seconds what was. */
const LONGEST_REST_MS = 1500;
/** A turn waits so long for the next change, to be drawn with what else that changes: each drawing of the page costs. */
const LATER_MS = 150;

type Draw = () => void;

export interface Turns {
  /**
   * Calls `draw` when the series has changed and it is this chart's turn. Returns the function that leaves.
   *
   * @param isEmpty whether it shows nothing where there is something by now: then it is its turn
   */
  join(draw: Draw, isEmpty?: () => boolean): () => void;
}

/** Where charts wait for their turn. */
export interface Queue {
  readonly charts: Set<Draw>;
  /** Charts that have not been drawn since the last change come first. */
  readonly waiting: Draw[];
  timer: ReturnType<typeof setTimeout> | null;
  /** Whether a training needs the time. */
  trains: boolean;
  /** When the next turn may be. */
  restedAt: number;
  /** Whether it comes at the end of this task. */
  isAtHand: boolean;
}

export const createQueue = (): Queue => ({
  charts: new Set(),
  waiting: [],
  timer: null,
  trains: true,
  restedAt: Number.NEGATIVE_INFINITY,
  isAtHand: false,
});

/** All charts of the page wait here: those of a comparison belong to several runs. */
const page = createQueue();

/** Whether anything on the screen trains; as soon as nothing does, the charts soon show the last step. */
export function letTrain(trains: boolean, queue: Queue = page): void {
  queue.trains = trains;
  if (trains || queue.waiting.length === 0) return;
  queue.restedAt = Number.NEGATIVE_INFINITY;
  stopTimer(queue);
  schedule(queue);
}

function takeTurn(queue: Queue): void {
  const began = performance.now();
  const draw = queue.waiting.shift();
  // At once: React would put it off and draw it in the same task as whatever changes next.
  if (draw) flushSync(draw);
  const now = performance.now();
  const rest = queue.trains ? Math.min((now - began) * REST, LONGEST_REST_MS) : 0;
  queue.restedAt = now + Math.max(rest, CHART_INTERVAL_MS / Math.max(1, queue.charts.size));
  stopTimer(queue);
  schedule(queue);
}

/** In case that nothing changes until then. */
function schedule(queue: Queue): void {
  if (queue.timer !== null || queue.waiting.length === 0) return;
  const restMs = Math.max(0, queue.restedAt - performance.now());
  queue.timer = setTimeout(takeTurn, restMs + LATER_MS, queue);
}

function stopTimer(queue: Queue): void {
  if (queue.timer !== null) clearTimeout(queue.timer);
  queue.timer = null;
}

function ask(queue: Queue, draw: Draw): void {
  if (!queue.waiting.includes(draw)) queue.waiting.push(draw);
  schedule(queue);
}

/** Before all others, and without a rest: it would go on saying that there is nothing. */
function askFirst(queue: Queue, draw: Draw): void {
  const place = queue.waiting.indexOf(draw);
  if (place >= 0) queue.waiting.splice(place, 1);
  queue.waiting.unshift(draw);
  queue.restedAt = Number.NEGATIVE_INFINITY;
}

/** With what else has just changed, and after all who are told of it. */
function turnWithChange(queue: Queue): void {
  if (queue.isAtHand || performance.now() < queue.restedAt) return;
  queue.isAtHand = true;
  queueMicrotask(() => {
    queue.isAtHand = false;
    takeTurn(queue);
  });
}

function leave(queue: Queue, draw: Draw): void {
  queue.charts.delete(draw);
  const place = queue.waiting.indexOf(draw);
  if (place >= 0) queue.waiting.splice(place, 1);
  if (queue.charts.size === 0) stopTimer(queue);
}

/**
 * Lets charts take turns: each is drawn a few times a second, and no two in the same task, so that the page answers in
 * between however slow the machine. `subscribe` tells of changes of what these charts show.
 */
export function createTurns(subscribe: (listener: () => void) => () => void, queue: Queue = page): Turns {
  const charts = new Map<Draw, () => boolean>();
  const wake = (): void => {
    for (const draw of charts.keys()) ask(queue, draw);
    const [empty] = [...charts].find(([, isEmpty]) => isEmpty()) ?? [];
    if (empty) askFirst(queue, empty);
    turnWithChange(queue);
  };
  let unsubscribe: (() => void) | null = null;
  return {
    join(draw, isEmpty = () => false) {
      charts.set(draw, isEmpty);
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
