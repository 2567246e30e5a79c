import { EngineError } from '../../core/errors.ts';
import type { Run } from './run.ts';

/** Milliseconds of training between two looks at the message queue. */
const BUDGET_MS = 12;

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

/** Work beside the training. It calls `pause` every few milliseconds. */
export type Beside<Result> = (pause: () => Promise<void>) => Promise<Result>;

export interface Loop {
  /** Makes sure that the loop is at work; it ends by itself when no run is running. */
  wake(): void;
  /**
   * Does work a slice at a time, one such work after the other. While something trains it has at most half of the time;
   * otherwise it only lets messages in.
   */
  beside<Result>(work: Beside<Result>): Promise<Result>;
}

/** The work beside the training: where it is, and how much time the training owes it. */
function createSideline(letMessagesIn: () => Promise<void>) {
  let tail: Promise<unknown> = Promise.resolve();
  /** Lets the work go on that waits for its turn. */
  let resume: (() => void) | null = null;
  let sliceEnded = (): void => {};
  /** Milliseconds that it may still take. */
  let balance = 0;

  return {
    isWaiting: () => resume !== null && balance > 0,
    earn(milliseconds: number): void {
      balance = Math.min(balance + milliseconds, milliseconds);
    },
    /** One slice, to its end. */
    slice: (): Promise<void> =>
      new Promise((resolve) => {
        sliceEnded = resolve;
        resume?.();
        resume = null;
      }),
    /** The training has ended. */
    release(): void {
      resume?.();
      resume = null;
    },
    run<Result>(work: Beside<Result>, isTraining: () => boolean): Promise<Result> {
      let began = 0;
      const pause = async (): Promise<void> => {
        balance -= performance.now() - began;
        sliceEnded();
        await (isTraining() ? new Promise<void>((resolve) => (resume = resolve)) : letMessagesIn());
        began = performance.now();
      };
      const result = tail.then(async () => {
        began = performance.now();
        await pause();
        return work(pause);
      });
      tail = result.catch(() => undefined).finally(() => sliceEnded());
      return result;
    },
  };
}

/**
 * Steps every running run in turn.
 *
 * @param limitOf the step beyond which a run may not go in this round
 */
export function createLoop(runs: () => Iterable<Run>, limitOf: (run: Run, running: readonly Run[]) => number): Loop {
  const letMessagesIn = createYield();
  const sideline = createSideline(letMessagesIn);
  const runningOf = (): Run[] => [...runs()].filter((run) => run.isRunning());
  let awake = false;

  async function work(): Promise<void> {
    for (let running = runningOf(); running.length > 0; running = runningOf()) {
      const began = performance.now();
      for (const run of running) {
        // A run that fails has told the page itself; the others go on.
        const turn = { budget: BUDGET_MS, limit: limitOf(run, running), among: running.length };
        await run.slice(turn).catch((thrown: unknown) => run.fail(EngineError.from(thrown)));
      }
      sideline.earn(performance.now() - began);
      await letMessagesIn();
      while (sideline.isWaiting() && runningOf().length > 0) {
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
