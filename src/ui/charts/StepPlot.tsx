import { type ReactNode, useId, useRef } from 'react';
import type { Evidence } from '../../diagnosis/rule.ts';
import { Axes } from './Axes.tsx';
import { CursorPad, type CursorPoint } from './CursorPad.tsx';
import classes from './charts.module.css';
import { type Frame, frameOf } from './frame.ts';
import type { ValueScale } from './scale.ts';
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
  /** What is drawn on it, cut off at the edges. */
  readonly children: (frame: Frame) => ReactNode;
}

/** The ground of every chart over the steps: axes, a grid, and the cursor that all of them share. */
export function StepPlot({ title, scale, lastStep, lit, describe, points, children }: StepPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const clip = useId();
  const frame = size && frameOf(size, scale, lastStep);
  return (
    <div ref={box} className={classes.canvas}>
      {frame && (
        <>
          <svg width="100%" height="100%" role="img" aria-label={title}>
            <clipPath id={clip}>
              <rect
                x={frame.left}
                y={frame.top - 1}
                width={frame.right - frame.left + 3}
                height={frame.bottom - frame.top + 2}
              />
            </clipPath>
            {lit && <Lit frame={frame} {...lit} />}
            <Axes frame={frame} scale={scale} lastStep={lastStep} />
            <g clipPath={`url(#${clip})`}>{children(frame)}</g>
          </svg>
          <CursorPad title={title} frame={frame} lastStep={lastStep} describe={describe} points={points} />
        </>
      )}
    </div>
  );
}

/** The steps that are pointed out, tinted behind the lines. */
function Lit({ frame, fromStep, toStep }: Evidence & { readonly frame: Frame }) {
  const [left, right] = [fromStep, toStep].map((step) => Math.min(frame.right, Math.max(frame.left, frame.x(step))));
  return (
    <rect
      className="lit"
      x={left}
      y={frame.top}
      width={Math.max(1, (right as number) - (left as number))}
      height={frame.bottom - frame.top}
      fill="var(--warn-line)"
      fillOpacity={0.3}
      stroke="var(--warn-line)"
      strokeOpacity={0.8}
    />
  );
}
