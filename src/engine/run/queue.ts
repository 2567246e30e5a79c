/** Tasks on one run's networks, one after the other, also across awaits. */
export interface Queue {
  /** Runs a task when all before it are done, whatever became of them. */
  add<Result>(task: () => Promise<Result> | Result): Promise<Result>;
  /** When everything that was added is done. */
  idle(): Promise<unknown>;
}

export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    add(task) {
      const result = tail.then(task);
      tail = result.catch(() => undefined);
      return result;
    },
    idle: () => tail,
  };
}
