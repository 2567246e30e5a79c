import { useMemo } from 'react';
import type { Evidence } from '../../diagnosis/rule.ts';
import { type Series, withLit } from '../../plot/series.ts';
import { useRun } from '../playground.ts';

/** What is pointed out now, if it is in one of these series. */
export function useEvidence(names: readonly string[]): Evidence | null {
  const evidence = useRun(({ lit }) => lit);
  return evidence && names.some((name) => evidence.series.includes(name)) ? evidence : null;
}

/** These series as they are drawn while a term of a loss is pointed at. */
export function useLit(series: readonly Series[]): readonly Series[] {
  const name = useRun(({ pointedCurve, keptCurve }) => pointedCurve ?? keptCurve);
  return useMemo(() => withLit(series, name), [series, name]);
}
