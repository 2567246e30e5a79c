import { useCallback, useEffect, useState } from 'react';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import type { SampleWay } from '../../core/way.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { useChosenPlace } from '../stage/chosen.ts';

/** Between two looks while it trains: each is a pass of both networks over one sample. */
const EVERY_MS = 1000;

/** The way of the sample that is chosen on the stage, as long as somebody watches: of each step while the run rests. */
export function useFollowed(isShown: boolean) {
  const { request } = useController();
  const member = useMember();
  const run = useRun(({ info }) => info?.run ?? 0);
  const classes = useRun((state) => state.classes);
  const training = useRun(({ phase }) => phase.kind === 'training');
  const restsAt = useRun(({ phase, step }) => (phase.kind === 'paused' ? step : -1));
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: other classes on the screen are other samples
  useEffect(() => {
    if (isShown && restsAt >= 0) void look();
  }, [isShown, restsAt, look, classes]);

  useEffect(() => {
    if (!isShown || !training) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const again = async (): Promise<void> => {
      await look();
      if (!ended) timer = setTimeout(() => void again(), EVERY_MS);
    };
    void again();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [isShown, training, look]);

  return { way, error };
}
