/** One question at a time, and not too often: of what is wished meanwhile the newest is asked. */

interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const real: Clock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export interface Asker<Wish> {
  /** What was wished before and is not asked yet is forgotten. */
  wish(wish: Wish): void;
  /** What is still answered is told nobody. */
  end(): void;
}

/**
 * @param ask answers, or fails, in its own time
 * @param every milliseconds from one question to the next, at least; 0 for as soon as the last one is answered
 */
export function createAsker<Wish, Answer>(
  ask: (wish: Wish) => Promise<Answer>,
  told: { answer(answer: Answer, wish: Wish): void; fail(thrown: unknown): void },
  every: number,
  clock: Clock = real,
): Asker<Wish> {
  let next: { readonly wish: Wish } | null = null;
  let [busy, ended] = [false, false];
  let askedAt = Number.NEGATIVE_INFINITY;

  async function work(): Promise<void> {
    busy = true;
    while (next && !ended) {
      const early = askedAt + every - clock.now();
      if (early > 0) await clock.wait(early);
      const { wish } = next;
      next = null;
      askedAt = clock.now();
      try {
        const answer = await ask(wish);
        if (!ended) told.answer(answer, wish);
      } catch (thrown) {
        if (!ended) told.fail(thrown);
      }
    }
    busy = false;
  }

  return {
    wish(wish) {
      next = { wish };
      if (!busy) void work();
    },
    end() {
      ended = true;
    },
  };
}
