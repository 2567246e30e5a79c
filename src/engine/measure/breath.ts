/** Milliseconds of work between two pauses. */
const BUDGET_MS = 8;

/** Calls back now and then: pauses when a slice's time is spent. */
export function createBreath(pause: () => Promise<void>): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < BUDGET_MS) return;
    await pause();
    began = performance.now();
  };
}
