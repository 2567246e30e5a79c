import { memo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { type Frame, halfWidth, withoutTouching } from '../../plot/frame.ts';
import type { ValueScale } from '../../plot/scale.ts';
import { formatTick, stepTicks } from '../../plot/ticks.ts';
import { formatTicks, formatWhole } from '../format.ts';
import classes from './charts.module.css';
import { useReadStep } from './useReadStep.ts';

interface AxesProps {
  readonly frame: Frame;
  readonly scale: ValueScale;
  readonly lastStep: number;
}

/** Pixels between the middles of marks that do not touch, one above the other. */
const LINE = 11;

/** Both axes: values on lines across the chart, steps below it. */
export const Axes = memo(function Axes({ frame, scale, lastStep }: AxesProps) {
  const { chart } = useTexts();
  const { left, right, bottom } = frame;
  const texts = scale.kind === 'log' ? scale.ticks.map(formatTick) : formatTicks(scale.ticks);
  const values = scale.ticks.map((tick, i) => ({ at: frame.y(tick), text: texts[i] as string }));
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
        <StepTicks frame={frame} lastStep={lastStep} />
      </g>
    </>
  );
});

/** The marks below the chart; those give way that the cursor's step would lie on. */
function StepTicks({ frame, lastStep }: Pick<AxesProps, 'frame' | 'lastStep'>) {
  const cursor = useReadStep();
  const steps = stepTicks(lastStep);
  const texts = formatTicks(steps);
  return steps.map((step, i) => {
    const half = halfWidth(texts[i] as string);
    const x = Math.min(frame.x(step), frame.right + 12 - half);
    const isCovered =
      cursor !== null && Math.abs(x - frame.x(Math.min(cursor, lastStep))) < half + halfWidth(formatWhole(cursor)) + 8;
    return (
      <text key={step} x={x} y={frame.bottom + 14} textAnchor="middle" visibility={isCovered ? 'hidden' : undefined}>
        {texts[i]}
      </text>
    );
  });
}
