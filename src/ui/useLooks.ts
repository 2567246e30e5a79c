import { useEffect } from 'react';
import { useRun } from './playground.ts';

interface Looks {
  /** Somebody watches. */
  readonly isShown: boolean;
  /** Whether it goes on while the run trains. */
  readonly follows: boolean;
  /** Milliseconds from one look's end to the next, while the run trains. */
  readonly every: number;
  /** What is looked at is another one when this is, whenever the run rests. */
  readonly of?: unknown;
}

/**
 * Looks at the run as long as somebody watches: by the clock while it trains, and at rest whenever it has moved.
 *
 * @param look the same function as long as it looks at the same
 */
export function useLooks(look: () => Promise<void>, { isShown, follows, every, of }: Looks): void {
  const training = useRun(({ phase }) => phase.kind === 'training');
  const restsAt = useRun(({ phase, step }) => (phase.kind === 'paused' ? step : -1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is another one
  useEffect(() => {
    if (isShown && restsAt >= 0) void look();
  }, [isShown, restsAt, look, of]);

  useEffect(() => {
    if (!isShown || !training || !follows) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const again = async (): Promise<void> => {
      await look();
      if (!ended) timer = setTimeout(() => void again(), every);
    };
    void again();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [isShown, training, follows, every, look]);
}
