import type { Frame } from './frame.ts';

/** A dashed line across a chart. Its name is in the legend: written beside the line it would lie on curves. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

export const MARK_DASH = '2 3';

export const MarkLine = ({ at, frame }: Pick<Mark, 'at'> & { readonly frame: Frame }) => (
  <line
    x1={frame.left}
    x2={frame.right}
    y1={frame.y(at)}
    y2={frame.y(at)}
    stroke="var(--ink-soft)"
    strokeWidth={1.25}
    strokeDasharray={MARK_DASH}
    data-mark
  />
);
