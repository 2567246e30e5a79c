/** Curves of accuracy that outlive their runs, so that a run and its baseline can be seen side by side. */

import type { History } from '../../core/history.ts';
import type { RunSettings } from './settings.ts';

export interface Curve {
  readonly points: readonly { readonly step: number; readonly accuracy: number }[];
  /** What both runs must have in common. */
  readonly of: string;
}

/** The newest curve with labels alone, and the newest one with all examples. */
export interface Curves {
  readonly baseline: Curve | null;
  readonly semiSupervised: Curve | null;
}

export const noCurves: Curves = { baseline: null, semiSupervised: null };

type Opened = Pick<RunSettings, 'recipe' | 'data' | 'seed' | 'params'>;

const identity = ({ recipe, data, seed, params }: Opened): string =>
  [recipe, data, seed, params.labels, params.width].join(' ');

/** Keeps what a run has measured, if it was examined at all. */
export function keepCurve(curves: Curves, opened: Opened, history: History): Curves {
  const column = history.column('accuracyTest');
  const points = Array.from(history.steps(), (step, row) => ({ step, accuracy: column[row] as number })).filter(
    ({ accuracy }) => !Number.isNaN(accuracy),
  );
  if (points.length === 0) return curves;
  const kind: keyof Curves = opened.params.baseline === true ? 'baseline' : 'semiSupervised';
  return { ...curves, [kind]: { points, of: identity(opened) } };
}

/** The curve to show beside this run's own: of the other kind, from the same seed and labels. */
export function curveBeside(
  curves: Curves,
  opened: Opened,
): { readonly kind: keyof Curves; readonly curve: Curve } | null {
  const kind: keyof Curves = opened.params.baseline === true ? 'semiSupervised' : 'baseline';
  const curve = curves[kind];
  return curve?.of === identity(opened) ? { kind, curve } : null;
}
