import type { PointerEvent } from 'react';
import { type Frame, halfWidth } from '../../plot/frame.ts';
import { formatWhole } from '../format.ts';
import { useLooked } from '../playground.ts';
import { useChartState, useChartStore } from './chartState.ts';
import classes from './charts.module.css';
import { moved } from './cursor.ts';

/** A dot on what is read at a step. */
export interface CursorPoint {
  readonly step: number;
  readonly value: number;
  readonly color: string;
}

interface CursorPadProps {
  readonly title: string;
  readonly frame: Frame;
  readonly lastStep: number;
  readonly describe: (step: number) => string;
  readonly points: (step: number) => readonly CursorPoint[];
}

/**
 * Takes the pointer and the keys of a chart, and draws the cursor, whichever chart it was moved in. While it is in none,
 * it is where the timeline is; while it is in one, that place keeps a quiet line.
 */
export function CursorPad({ title, frame, lastStep, describe, points }: CursorPadProps) {
  const store = useChartStore();
  const cursor = useChartState((state) => state.cursor);
  const put = (step: number | null): void => store.setState({ cursor: step });
  const follow = ({ nativeEvent: { offsetX } }: PointerEvent): void => put(frame.stepAt(offsetX));
  const looked = useLooked();
  const read = cursor ?? looked;
  const step = read === null ? null : Math.min(read, lastStep);
  return (
    <>
      {cursor !== null && looked !== null && <QuietLine frame={frame} step={Math.min(looked, lastStep)} />}
      {step !== null && <Cursor frame={frame} step={step} points={points(step)} />}
      <div
        className={classes.pad}
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={lastStep}
        aria-valuenow={step ?? lastStep}
        aria-valuetext={describe(step ?? lastStep)}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => put(null)}
        onBlur={() => put(null)}
        onKeyDown={(event) => {
          const next = moved(event.key, read, lastStep);
          if (next === undefined) return;
          event.preventDefault();
          put(next);
        }}
      />
    </>
  );
}

/** Where the timeline is. */
const QuietLine = ({ frame, step }: Pick<CursorProps, 'frame' | 'step'>) => (
  <svg width="100%" height="100%" className={classes.cursor} data-quiet aria-hidden="true">
    <line x1={frame.x(step)} x2={frame.x(step)} y1={frame.top} y2={frame.bottom} />
  </svg>
);

interface CursorProps {
  readonly frame: Frame;
  readonly step: number;
  readonly points: readonly CursorPoint[];
}

/** A line at the step, the step below it, and a dot on each reading. */
function Cursor({ frame, step, points }: CursorProps) {
  const x = frame.x(step);
  const text = formatWhole(step);
  const half = halfWidth(text) + 4;
  const middle = Math.min(x, frame.right + 14 - half);
  const within = (y: number): boolean => y >= frame.top - 1 && y <= frame.bottom + 1;
  return (
    <svg width="100%" height="100%" className={classes.cursor} aria-hidden="true">
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
      <rect x={middle - half} y={frame.bottom + 3} width={2 * half} height={15} rx={3} />
      <text x={middle} y={frame.bottom + 14} textAnchor="middle">
        {text}
      </text>
      {points
        .map((point) => ({ ...point, y: frame.y(point.value) }))
        .filter(({ y }) => within(y))
        .map(({ step: at, y, color }) => (
          <circle key={color + y} cx={frame.x(at)} cy={y} r={3} fill={color} />
        ))}
    </svg>
  );
}
