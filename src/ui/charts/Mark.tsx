import { ReferenceLine } from 'recharts';
import type { ValueScale } from '../../plot/scale.ts';

/** A dashed line across a chart. Its name is in the legend: written beside the line it would lie on curves. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

export const MARK_DASH = '2 3';

export const MarkLine = ({ at, scale }: Pick<Mark, 'at'> & { readonly scale: ValueScale }) => (
  <ReferenceLine
    y={scale.place(at)}
    stroke="var(--ink-soft)"
    strokeWidth={1.25}
    strokeDasharray={MARK_DASH}
    ifOverflow="hidden"
  />
);
