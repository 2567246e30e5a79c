/** Work beside the training: a slice at a time, one such work after the other. */

/** It calls `pause` every few milliseconds. */
export type Beside<Result> = (pause: () => Promise<void>) => Promise<Result>;

/** Does such work. While something trains it has at most half of the time; otherwise it only lets messages in. */
export type RunBeside = <Result>(work: Beside<Result>) => Promise<Result>;

export interface Sideline {
  /** Whether work waits that the training owes time. */
  isWaiting(): boolean;
  /** The training has taken so many milliseconds. */
  earn(milliseconds: number): void;
  /** One slice, to its end. */
  slice(): Promise<void>;
  /** The training has ended: what waits goes on. */
  release(): void;
  run<Result>(work: Beside<Result>, isTraining: () => boolean): Promise<Result>;
}

export function createSideline(letMessagesIn: () => Promise<void>): Sideline {
  let tail: Promise<unknown> = Promise.resolve();
  /** Lets the work go on that waits for its turn. */
  let resume: (() => void) | null = null;
  let sliceEnded = (): void => {};
  /** Milliseconds that it may still take. */
  let balance = 0;

  const release = (): void => {
    resume?.();
    resume = null;
  };

  return {
    isWaiting: () => resume !== null && balance > 0,
    earn(milliseconds) {
      balance = Math.min(balance + milliseconds, milliseconds);
    },
    slice: () =>
      new Promise((resolve) => {
        sliceEnded = resolve;
        release();
      }),
    release,
    run(work, isTraining) {
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
