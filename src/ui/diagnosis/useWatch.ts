import { useEffect, useState } from 'react';
import { nothingSaid, observe, type Watch } from '../../diagnosis/watch.ts';
import { useMember } from '../playground.ts';
import { contextOf } from './context.ts';

/** After something has changed, the rules are asked once within this time. */
const WITHIN_MS = 700;

/** What is said of the run that is open; mounted anew for each run. */
export function useWatch(): Watch {
  const { store, history, scores } = useMember();
  const [watch, setWatch] = useState(nothingSaid);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const examine = (): void => {
      timer = null;
      setWatch((before) => observe(before, history, contextOf(store.getState(), scores)));
    };
    const later = (): void => {
      timer ??= setTimeout(examine, WITHIN_MS);
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
  }, [store, history, scores]);
  return watch;
}
