import { useEffect, useMemo, useState } from 'react';
import { createTurns } from '../charts/turns.ts';
import { usePage } from '../playground.ts';
import { type Way, wayOf } from './way.ts';

/** The way of the runs on the screen; anew in each of the timeline's turns, which it takes with the charts. */
export function useWay(): Way {
  const members = usePage((state) => state.members);
  const [drawn, setDrawn] = useState({ members, way: wayOf(members) });
  const turns = useMemo(
    () =>
      createTurns((listener) => {
        const leave = members.map(({ timeline }) => timeline.subscribe(listener));
        return () => {
          for (const end of leave) end();
        };
      }),
    [members],
  );
  useEffect(() => turns.join(() => setDrawn({ members, way: wayOf(members) })), [turns, members]);
  // Other runs are shown at once, not in their first turn.
  return useMemo(() => (drawn.members === members ? drawn.way : wayOf(members)), [drawn, members]);
}
