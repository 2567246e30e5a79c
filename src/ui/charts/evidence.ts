import type { Evidence } from '../../diagnosis/rule.ts';
import { useRun } from '../playground.ts';

/** What is pointed out now, if it is in one of these series. */
export function useEvidence(names: readonly string[]): Evidence | null {
  const evidence = useRun(({ lit }) => lit);
  return evidence && names.some((name) => evidence.series.includes(name)) ? evidence : null;
}
