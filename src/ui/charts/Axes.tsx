import { memo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { formatTick, formatTicks, stepTicks } from '../format.ts';
import classes from './charts.module.css';
import { type Frame, withoutTouching } from './frame.ts';
import type { ValueScale } from './scale.ts';

interface AxesProps {
  readonly frame: Frame;
  readonly scale: ValueScale;
  readonly lastStep: number;
}

/** Pixels between the middles of marks that do not touch, one above the other. */
const LINE = 11;
/** Half a digit's width. */
const HALF_DIGIT = 3.2;

/** Both axes: values on lines across the chart, steps below it. */
export const Axes = memo(function Axes({ frame, scale, lastStep }: AxesProps) {
  const { chart } = useTexts();
  const { left, right, bottom } = frame;
  const texts = scale.kind === 'log' ? scale.ticks.map(formatTick) : formatTicks(scale.ticks);
  const values = scale.ticks.map((tick, i) => ({ at: frame.y(tick), text: texts[i] as string }));
  const steps = stepTicks(lastStep);
  const stepTexts = formatTicks(steps);
  return (
    <>
      {values.map(({ at }) => (
        <line key={at} x1={left} x2={right} y1={at} y2={at} className={classes.grid} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={classes.axis} />
      <g className={classes.ticks}>
        {withoutTouching(values, LINE).map(({ at, text }) => (
          <text key={at} x={left - 6} y={at} dy="0.35em" textAnchor="end">
            {text}
          </text>
        ))}
        <text x={left - 12} y={bottom + 14} textAnchor="end">
          {chart.step}
        </text>
        {steps.map((step, i) => {
          const text = stepTexts[i] as string;
          const half = text.length * HALF_DIGIT;
          return (
            <text key={step} x={Math.min(frame.x(step), right + 12 - half)} y={bottom + 14} textAnchor="middle">
              {text}
            </text>
          );
        })}
      </g>
    </>
  );
});
