import { expect, it } from 'vitest';
import { union } from '../../plot/scale.ts';
import { createChartState, withRange } from './chartState.ts';

it('charts of one quantity share one scale, until they are gone', () => {
  const store = createChartState();
  store.setState((state) => withRange(state, 'gradient', 'gan', { low: 0, high: 3 }));
  store.setState((state) => withRange(state, 'gradient', 'dragan', { low: -1, high: 1 }));
  store.setState((state) => withRange(state, 'losses', 'gan', { low: 0, high: 9 }));
  const shared = () => union(Object.values(store.getState().ranges.gradient ?? {}));
  expect(shared()).toEqual({ low: -1, high: 3 });
  store.setState((state) => withRange(state, 'gradient', 'gan', null));
  expect(shared()).toEqual({ low: -1, high: 1 });
});
