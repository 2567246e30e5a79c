import { useLooked } from '../playground.ts';
import { useChartState } from './chartState.ts';

/** The step that charts are read at: under the cursor, else the one that is looked at; null for the newest. */
export function useReadStep(): number | null {
  const looked = useLooked();
  return useChartState(({ cursor }) => cursor) ?? looked;
}
