import { useCallback, useState } from 'react';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import type { SampleWay } from '../../core/way.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { useChosenPlace } from '../stage/chosen.ts';
import { useLooks } from '../useLooks.ts';

/** Between two looks while it trains: each is a pass of both networks over one sample. */
const EVERY_MS = 1000;

/** The way of the sample that is chosen on the stage, as long as somebody watches: of each step while the run rests. */
export function useFollowed(isShown: boolean) {
  const { request } = useController();
  const member = useMember();
  const run = useRun(({ info }) => info?.run ?? 0);
  const classes = useRun((state) => state.classes);
  const count = useRun(({ grid }) => (grid?.kind === 'images' ? grid.generated.rows * grid.generated.columns : 1));
  const place = useChosenPlace(count);
  const [way, setWay] = useState<SampleWay | null>(null);
  const [error, setError] = useState<EngineErrorData | null>(null);

  const look = useCallback(async () => {
    if (run === 0) return;
    try {
      const followed = await request('follow', { run, place });
      if (member.run !== run) return;
      setWay(followed);
      setError(null);
    } catch (thrown) {
      if (member.run === run) setError(EngineError.from(thrown).toData());
    }
  }, [run, place, request, member]);

  // Other classes on the screen are other samples.
  useLooks(look, { isShown, follows: true, every: EVERY_MS, of: classes });
  return { way, error };
}
