import type { ReactNode } from 'react';
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts';
import type { Evidence } from '../../diagnosis/rule.ts';
import { formatTick, stepTicks } from '../format.ts';
import classes from './charts.module.css';
import { Lit } from './Lit.tsx';
import { nearestStep } from './steps.ts';

export const TICK = { fontSize: 10.5, fill: 'var(--ink-soft)' };
const MARGIN = { top: 6, right: 10, bottom: 0, left: 0 };

interface StepChartProps {
  readonly title: string;
  /** Each with its `step`. */
  readonly rows: readonly object[];
  readonly lastStep: number;
  /** Marks on the value axis, from end to end. */
  readonly ticks: readonly number[];
  /** Pixels that the numbers beside the value axis take. */
  readonly numbers: number;
  /** Steps that are pointed out. */
  readonly lit: Evidence | null;
  /** What is drawn on it. */
  readonly children: ReactNode;
}

/** The ground of every chart over the steps: axes, a grid, and the cursor that all of them share. */
export function StepChart({ title, rows, lastStep, ticks, numbers, lit, children }: StepChartProps) {
  return (
    <LineChart
      responsive
      className={classes.canvas ?? ''}
      style={{ width: '100%', height: '100%' }}
      data={rows as object[]}
      margin={MARGIN}
      syncId="steps"
      syncMethod={nearestStep}
      title={title}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      {lit && <Lit {...lit} />}
      <XAxis
        dataKey="step"
        type="number"
        domain={[0, Math.max(1, lastStep)]}
        ticks={stepTicks(lastStep)}
        tickFormatter={formatTick}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-strong)' }}
        height={20}
        tickMargin={4}
      />
      <YAxis
        width={numbers}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        allowDataOverflow
        ticks={ticks as number[]}
        tickFormatter={formatTick}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        tickMargin={4}
      />
      {children}
    </LineChart>
  );
}
