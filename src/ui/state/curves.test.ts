import { expect, it } from 'vitest';
import { createHistory } from '../../core/history.ts';
import { SCALARS } from '../../core/scalars.ts';
import { curveBeside, keepCurve, noCurves } from './curves.ts';

const opened = (baseline: boolean, seed = 1) => ({
  recipe: 'sgan',
  data: 'mnist',
  seed,
  params: { labels: '100', width: 1, baseline },
});

function historyWith(accuracy: number) {
  const history = createHistory();
  const values = new Float32Array(2 * SCALARS.length).fill(Number.NaN);
  values[SCALARS.length + SCALARS.indexOf('accuracyTest')] = accuracy;
  history.append({ steps: Float64Array.of(199, 200), values });
  return history;
}

it('shows the last baseline beside a run of the same seed and labels', () => {
  const curves = keepCurve(noCurves, opened(true), historyWith(0.75));
  expect(curveBeside(curves, opened(false))).toMatchObject({
    kind: 'baseline',
    curve: { points: [{ step: 200, accuracy: 0.75 }] },
  });
  expect(curveBeside(curves, opened(false, 2))).toBeNull();
  expect(curveBeside(curves, opened(true))).toBeNull();
});

it('keeps what is there when a run was never examined', () => {
  const curves = keepCurve(noCurves, opened(false), historyWith(0.5));
  expect(keepCurve(curves, opened(false), createHistory())).toBe(curves);
});
