import { useEffect, useMemo, useState } from 'react';
import type { EngineErrorData } from '../../core/errors.ts';
import { EngineError } from '../../core/errors.ts';
import type { JudgeRequest, Verdict } from '../../protocol/index.ts';
import { createAsker } from '../asking.ts';
import { useController, useRun } from '../playground.ts';

export type Asked = Pick<JudgeRequest, 'examples' | 'classes'>;

/** Ten times a second at most; of what changes faster, the newest. */
const EVERY_MS = 100;
/** D itself moves while it trains. */
const WHILE_TRAINING_MS = 500;

export interface Judged {
  readonly asked: Asked;
  readonly verdict: Verdict;
}

/** D's word on some examples, which follows them and D. Null before the first, and where there is nothing to judge. */
export function useVerdict(asked: Asked | null) {
  const { request } = useController();
  const run = useRun(({ info }) => info?.run ?? 0);
  const training = useRun(({ phase }) => phase.kind === 'training');
  const restsAt = useRun(({ phase, step }) => (phase.kind === 'paused' ? step : -1));
  const [judged, setJudged] = useState<Judged | null>(null);
  const [error, setError] = useState<EngineErrorData | null>(null);

  const asker = useMemo(
    () =>
      createAsker(
        (wish: Asked) => request('judge', { run, ...wish }),
        {
          answer(verdict, wish) {
            setJudged({ asked: wish, verdict });
            setError(null);
          },
          fail: (thrown) => setError(EngineError.from(thrown).toData()),
        },
        EVERY_MS,
      ),
    [request, run],
  );
  useEffect(() => asker.end, [asker]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: D is another one wherever it rests
  useEffect(() => {
    if (asked && run > 0) asker.wish(asked);
  }, [asker, asked, run, restsAt]);

  useEffect(() => {
    if (!asked || !training) return;
    const timer = setInterval(() => asker.wish(asked), WHILE_TRAINING_MS);
    return () => clearInterval(timer);
  }, [asker, asked, training]);

  return { judged: asked && judged, error };
}
