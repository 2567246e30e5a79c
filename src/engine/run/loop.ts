import { createSideline, type RunBeside } from './sideline.ts';

/** Milliseconds of training between two looks at the message queue. */
const BUDGET_MS = 12;

/** What a run may do before the next one has its turn. */
export interface Turn {
  /** Milliseconds. */
  readonly budget: number;
  /** The step beyond which it may not go. */
  readonly limit: number;
  /** So many runs take turns. */
  readonly among: number;
}

/** Node's own; there a message channel would serve its messages before any timer. */
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => void };

/**
 * Resolves when waiting messages have been served. By a message channel, because timers are throttled in hidden tabs
 * and animation frames stop there.
 */
function createYield(): () => Promise<void> {
  if (setImmediate) return () => new Promise(setImmediate);
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

export interface Loop {
  /** Makes sure that the loop is at work; it ends by itself when no run is running. */
  wake(): void;
  readonly beside: RunBeside;
}

/** Steps every running run in turn. */
export function createLoop<Run>(options: {
  running(): readonly Run[];
  /** Trains one for a while. What goes wrong in it is its own affair: this never fails. */
  slice(run: Run, turn: Turn): Promise<void>;
  /** The step beyond which a run may not go in this round. */
  limitOf(run: Run, running: readonly Run[]): number;
}): Loop {
  const letMessagesIn = createYield();
  const sideline = createSideline(letMessagesIn);
  let awake = false;

  async function work(): Promise<void> {
    for (let running = options.running(); running.length > 0; running = options.running()) {
      const began = performance.now();
      for (const run of running)
        await options.slice(run, {
          budget: BUDGET_MS,
          limit: options.limitOf(run, running),
          among: running.length,
        });
      sideline.earn(performance.now() - began);
      await letMessagesIn();
      while (sideline.isWaiting() && options.running().length > 0) {
        await sideline.slice();
        await letMessagesIn();
      }
    }
  }

  return {
    wake() {
      if (awake) return;
      awake = true;
      void work().finally(() => {
        awake = false;
        sideline.release();
      });
    },
    beside: (task) => sideline.run(task, () => awake),
  };
}
