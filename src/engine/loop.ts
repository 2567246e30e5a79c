import { EngineError } from '../core/errors.ts';
import type { Run } from './run.ts';

/** Milliseconds of training between two looks at the message queue. */
const BUDGET_MS = 12;

interface Yield {
  /** Resolves when waiting messages have been served. */
  pause(): Promise<void>;
  close(): void;
}

/** Node's own; there a message channel would serve its messages before any timer. */
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => void };

/** A message channel, because timers are throttled in hidden tabs and animation frames stop there. */
function createYield(): Yield {
  if (setImmediate) return { pause: () => new Promise(setImmediate), close: () => undefined };
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | null = null;
  port1.onmessage = () => resume?.();
  return {
    pause: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(null);
      }),
    close: () => port1.close(),
  };
}

export interface Loop {
  /** Makes sure that the loop is at work; it ends by itself when no run is running. */
  wake(): void;
}

/**
 * Steps every running run in turn.
 *
 * @param limitOf the step beyond which a run may not go in this round
 */
export function createLoop(runs: () => Iterable<Run>, limitOf: (run: Run, running: readonly Run[]) => number): Loop {
  let awake = false;

  async function work(): Promise<void> {
    const { pause, close } = createYield();
    for (;;) {
      const running = [...runs()].filter((run) => run.isRunning());
      if (running.length === 0) return close();
      for (const run of running) {
        // A run that fails has told the page itself; the others go on.
        const turn = { budget: BUDGET_MS, limit: limitOf(run, running), among: running.length };
        await run.slice(turn).catch((thrown: unknown) => run.fail(EngineError.from(thrown)));
      }
      await pause();
    }
  }

  return {
    wake() {
      if (awake) return;
      awake = true;
      void work().finally(() => {
        awake = false;
      });
    },
  };
}
