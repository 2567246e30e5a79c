import { createContext, useContext, useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { union } from '../../plot/scale.ts';
import type { ValueRange } from '../../plot/valueRange.ts';

/** What all charts of the page have in common. */
export interface ChartState {
  /** The step under the cursor, in whichever chart it is; null while it is in none. Apart from the step that is looked at, which stays. */
  readonly cursor: number | null;
  /** Values on a logarithmic scale. */
  readonly log: boolean;
  readonly smooth: boolean;
  /** What each chart has to show of a quantity, for those that must have one scale. */
  readonly ranges: Readonly<Record<string, Readonly<Record<string, ValueRange>>>>;
}

export const createChartState = (): StoreApi<ChartState> =>
  createStore<ChartState>(() => ({ cursor: null, log: false, smooth: false, ranges: {} }));

/** One for the page, unless somebody brings another. */
const ChartContext = createContext(createChartState());

export const useChartStore = (): StoreApi<ChartState> => useContext(ChartContext);

export const useChartState = <Selected>(select: (state: ChartState) => Selected): Selected =>
  useStore(useChartStore(), select);

/** The same ranges with one chart's set anew, or taken out. */
export function withRange(
  { ranges }: Pick<ChartState, 'ranges'>,
  quantity: string,
  chart: string,
  range: ValueRange | null,
): Pick<ChartState, 'ranges'> {
  const { [chart]: _, ...others } = ranges[quantity] ?? {};
  return { ranges: { ...ranges, [quantity]: range ? { ...others, [chart]: range } : others } };
}

/**
 * The range that all charts of a quantity share.
 *
 * @param quantity null for a chart that is alone
 */
export function useSharedRange(quantity: string | null, { low, high }: ValueRange): ValueRange {
  const store = useChartStore();
  const chart = useId();
  useEffect(() => {
    if (quantity !== null) store.setState((state) => withRange(state, quantity, chart, { low, high }));
  }, [store, quantity, chart, low, high]);
  useEffect(() => {
    return () => {
      if (quantity !== null) store.setState((state) => withRange(state, quantity, chart, null));
    };
  }, [store, quantity, chart]);
  // Two numbers, each equal while nothing changed.
  const others = (state: ChartState): ValueRange =>
    union([{ low, high }, ...Object.values(quantity === null ? {} : (state.ranges[quantity] ?? {}))]);
  const bottom = useChartState((state) => others(state).low);
  const top = useChartState((state) => others(state).high);
  return { low: bottom, high: top };
}
