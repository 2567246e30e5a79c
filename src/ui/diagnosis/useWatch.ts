import { useEffect, useState } from 'react';
import type { Watch } from '../../diagnosis/watch.ts';
import { useMember } from '../playground.ts';
import { examine, watchOf } from './watching.ts';

/** After something has changed, the rules are asked once within this time. */
const WITHIN_MS = 700;

/** What is said of the run that is open; mounted anew for each run. */
export function useWatch(): Watch {
  const member = useMember();
  const [watch, setWatch] = useState(() => watchOf(member));
  useEffect(() => {
    const { store, history, scores } = member;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const ask = (): void => {
      timer = null;
      setWatch(examine(member));
    };
    const later = (): void => {
      timer ??= setTimeout(ask, WITHIN_MS);
    };
    // It may have happened already, as when a run has failed.
    later();
    const leave = [
      history.subscribe(later),
      scores.subscribe(later),
      store.subscribe((state, before) => {
        if (state.inspection !== before.inspection || state.phase !== before.phase) later();
      }),
    ];
    return () => {
      for (const end of leave) end();
      if (timer !== null) clearTimeout(timer);
    };
  }, [member]);
  return watch;
}
