import { useCallback, useState } from 'react';
import type { EngineErrorData } from '../../core/errors.ts';
import { EngineError } from '../../core/errors.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { useLooks } from '../useLooks.ts';

/** Between two looks while training: each costs about two steps. */
const EVERY_MS = 1500;

/** Looks inside the run as long as somebody watches: once while it rests, and again and again while it trains. */
export function useInspection(isShown: boolean, follows: boolean) {
  const { request } = useController();
  const member = useMember();
  const { store } = member;
  const run = useRun(({ info }) => info?.run ?? 0);
  const [error, setError] = useState<EngineErrorData | null>(null);
  const [looking, setLooking] = useState(false);

  const look = useCallback(async () => {
    if (run === 0) return;
    setLooking(true);
    try {
      const inspection = await request('inspect', { run });
      if (member.run === run) store.setState({ inspection });
      setError(null);
    } catch (thrown) {
      if (member.run === run) setError(EngineError.from(thrown).toData());
    } finally {
      setLooking(false);
    }
  }, [run, request, member, store]);

  useLooks(look, { isShown, follows, every: EVERY_MS });
  return { look, looking, error };
}
