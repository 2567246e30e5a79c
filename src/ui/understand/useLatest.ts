import { useEffect, useState } from 'react';
import type { History } from '../../core/history.ts';
import { type MeasuredBy, newestOf } from '../../gan/terms.ts';
import type { Turns } from '../charts/turns.ts';
import { useMember } from '../playground.ts';

type All = readonly (MeasuredBy | null)[];

const read = (history: History, all: All) => ({
  of: all,
  from: history,
  values: all.map((measured) => measured && newestOf(measured, history.latest)),
});

/** The newest values, read anew in each turn. @param all the same array while nothing else is asked for */
export function useLatest(all: All, turns: Turns): readonly (number | null)[] {
  const { history } = useMember();
  const [last, setLast] = useState(() => read(history, all));
  useEffect(() => turns.join(() => setLast(read(history, all))), [history, all, turns]);
  // Until the next turn nobody may read a number beside another term.
  return (last.of === all && last.from === history ? last : read(history, all)).values;
}
