/**
 * One question at a time: of those that come while one is under way, the newest alone is asked.
 *
 * @param ask its failures are told to `failed`
 */
export function newestOnly<Wish, Answer>(
  ask: (wish: Wish) => Promise<Answer>,
  answered: (answer: Answer, wish: Wish) => void,
  failed: (thrown: unknown) => void,
): (wish: Wish) => void {
  let busy = false;
  let waiting: { readonly wish: Wish } | null = null;

  const go = async (wish: Wish): Promise<void> => {
    busy = true;
    try {
      answered(await ask(wish), wish);
    } catch (thrown) {
      failed(thrown);
    }
    busy = false;
    const next = waiting;
    waiting = null;
    if (next) void go(next.wish);
  };

  return (wish) => {
    if (busy) waiting = { wish };
    else void go(wish);
  };
}
