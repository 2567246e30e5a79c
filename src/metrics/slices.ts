/**
 * Work in slices: a generator that yields every few milliseconds and at last returns its result, so that whoever runs
 * it can let other things in between.
 */
export type Slices<Result> = Generator<void, Result, void>;

/** Runs to the end at once. */
export function finish<Result>(work: Slices<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
