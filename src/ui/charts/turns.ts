/** No chart is drawn more often than this: five times a second looks alive and leaves time for the hand. */
const CHART_INTERVAL_MS = 200;
/** After a turn the charts rest this many times as long as it took: on a slow machine the training needs the time. */
const REST = 4;

export interface Turns {
  /** Calls `draw` when the series has changed and it is this chart's turn. Returns the function that leaves. */
  join(draw: () => void): () => void;
}

/**
 * Lets the charts take turns: each is drawn a few times a second, and no two in the same task, so
 * that the page answers in between however slow the machine.
 */
export function createTurns(subscribe: (listener: () => void) => () => void): Turns {
  /** Charts that have not been drawn since the last change come first. */
  const waiting: (() => void)[] = [];
  const charts = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsubscribe: (() => void) | null = null;

  const schedule = (restMs = 0): void => {
    if (timer !== null || waiting.length === 0) return;
    timer = setTimeout(takeTurn, Math.max(restMs, CHART_INTERVAL_MS / charts.size));
  };
  const takeTurn = (): void => {
    const start = performance.now();
    waiting.shift()?.();
    // React renders after this task; the next one sees what that took.
    timer = setTimeout(() => {
      timer = null;
      schedule((performance.now() - start) * REST);
    });
  };
  const wake = (): void => {
    for (const draw of charts) if (!waiting.includes(draw)) waiting.push(draw);
    schedule();
  };

  return {
    join(draw) {
      charts.add(draw);
      unsubscribe ??= subscribe(wake);
      waiting.push(draw);
      schedule();
      return () => {
        charts.delete(draw);
        const place = waiting.indexOf(draw);
        if (place >= 0) waiting.splice(place, 1);
        if (charts.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
        if (timer !== null) clearTimeout(timer);
        timer = null;
      };
    },
  };
}
