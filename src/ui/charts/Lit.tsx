import { ReferenceArea } from 'recharts';
import type { Evidence } from '../../diagnosis/rule.ts';
import { usePage } from '../playground.ts';

/** What is pointed out now, if it is in one of these series. */
export function useEvidence(names: readonly string[]): Evidence | null {
  const evidence = usePage(({ lit }) => lit);
  return evidence && names.some((name) => evidence.series.includes(name)) ? evidence : null;
}

/** The steps that are pointed out, tinted behind the lines. */
export const Lit = ({ fromStep, toStep }: Evidence) => (
  <ReferenceArea
    x1={fromStep}
    x2={toStep}
    ifOverflow="hidden"
    className="lit"
    fill="var(--warn-line)"
    fillOpacity={0.3}
    stroke="var(--warn-line)"
    strokeOpacity={0.8}
  />
);
