import { type ReactNode, useId, useRef } from 'react';
import { ComposedChart, ReferenceArea, XAxis, YAxis } from 'recharts';
import type { Evidence } from '../../diagnosis/rule.ts';
import { type Frame, frameOf, ROOM } from '../../plot/frame.ts';
import type { ValueScale } from '../../plot/scale.ts';
import { Axes } from './Axes.tsx';
import { CursorPad, type CursorPoint } from './CursorPad.tsx';
import classes from './charts.module.css';
import { useSize } from './useSize.ts';

interface StepPlotProps {
  readonly title: string;
  readonly scale: ValueScale;
  readonly lastStep: number;
  /** Steps that are pointed out. */
  readonly lit: Evidence | null;
  /** What there is to read at a step, in words. */
  readonly describe: (step: number) => string;
  /** Dots on what is read at a step. */
  readonly points: (step: number) => readonly CursorPoint[];
  /** What its lines are drawn from: a step each, and by further names values as the scale places them, from 0 to 1. */
  readonly rows: readonly PlotRow[];
  /** What is drawn on it, cut off at the edges: lines of Recharts, and whatever else is SVG. */
  readonly children: (frame: Frame) => ReactNode;
}

/** One value, the two ends of a band, or nothing. */
export type Placed = number | readonly [low: number, high: number] | null;
export interface PlotRow {
  readonly step: number;
  readonly [name: string]: Placed;
}

/**
 * The ground of every chart over the steps: axes, a grid, and the cursor that all of them share. Recharts draws what is
 * measured; axes are ours, because marks must not touch and those below give way to the cursor.
 */
export function StepPlot({ title, scale, lastStep, lit, describe, points, rows, children }: StepPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const clip = useId();
  const frame = size && frameOf(size, scale, lastStep);
  return (
    <div ref={box} className={classes.canvas}>
      {frame && (
        <>
          <ComposedChart
            width={size.width}
            height={size.height}
            margin={ROOM}
            data={rows as PlotRow[]}
            role="img"
            aria-label={title}
            accessibilityLayer={false}
          >
            <XAxis hide dataKey="step" type="number" domain={[0, Math.max(1, lastStep)]} allowDataOverflow />
            <YAxis hide type="number" domain={[0, 1]} allowDataOverflow />
            <clipPath id={clip}>
              <rect
                x={frame.left}
                y={frame.top - 1}
                width={frame.right - frame.left + 3}
                height={frame.bottom - frame.top + 2}
              />
            </clipPath>
            {lit && (
              <ReferenceArea
                className="lit"
                x1={Math.max(0, lit.fromStep)}
                x2={Math.min(lastStep, lit.toStep)}
                fill="var(--warn-line)"
                fillOpacity={0.3}
                stroke="var(--warn-line)"
                strokeOpacity={0.8}
                zIndex={-1}
              />
            )}
            <Axes frame={frame} scale={scale} lastStep={lastStep} />
            <g clipPath={`url(#${clip})`}>{children(frame)}</g>
          </ComposedChart>
          <CursorPad title={title} frame={frame} lastStep={lastStep} describe={describe} points={points} />
        </>
      )}
    </div>
  );
}
