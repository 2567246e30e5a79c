import type { Frame } from '../../plot/frame.ts';
import type { LineStyle } from '../../plot/series.ts';
import { LooseLine } from './Lines.tsx';

/** A curve of another run, drawn over the same steps. */
export interface Beside {
  readonly label: string;
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

export const BESIDE: LineStyle = { color: 'var(--ink-soft)', width: 1.5, opacity: 1, dash: '4 3' };

/** It may be longer than this run is: what lies beyond is cut off. */
export const BesideCurve = ({ points, frame }: Beside & { readonly frame: Frame }) => (
  <LooseLine {...BESIDE} points={points.map(({ step, value }) => ({ x: frame.x(step), y: frame.y(value) }))} />
);
