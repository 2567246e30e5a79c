import { memo, type ReactNode, type SVGProps, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatTick, stepTicks, valueTicks } from '../format.ts';
import { usePlayground } from '../playground.ts';
import { CursorCard } from './CursorCard.tsx';
import classes from './charts.module.css';
import { Legend } from './Legend.tsx';
import { type LinePoint, linePath } from './linePath.ts';
import { type ChartData, chartDataOf, emptyData, nearestRow } from './rows.ts';
import type { Series } from './series.ts';
import type { Turns } from './turns.ts';

interface Mark {
  readonly at: number;
  readonly label: string;
}

interface SeriesChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly turns: Turns;
  /** A dashed line across the chart. */
  readonly mark: Mark | null;
  /** Fixed marks on the value axis; null for those that fit the data. */
  readonly range: readonly number[] | null;
  /** Controls or a unit, beside the title. */
  readonly aside?: ReactNode;
}

export function SeriesChart({ title, series, turns, mark, range, aside }: SeriesChartProps) {
  const { t } = useTranslation();
  const { history } = usePlayground();
  const id = useId();
  const [data, setData] = useState(emptyData);
  useEffect(() => {
    const names = series.map(({ name }) => name);
    return turns.join(() => setData(chartDataOf(history, names)));
  }, [history, series, turns]);

  return (
    <figure className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      <Legend series={series} latest={data.latest} />
      <div className={classes.plot}>
        {data.rows.length === 0 && <p className={classes.empty}>{t('chart.empty')}</p>}
        <Plot title={t('chart.describe', { title })} series={series} data={data} mark={mark} range={range} />
      </div>
    </figure>
  );
}

type LineShape = Pick<SVGProps<SVGPathElement>, 'stroke' | 'strokeWidth' | 'strokeOpacity' | 'strokeDasharray'> & {
  readonly points?: readonly LinePoint[] | undefined;
};

/** Recharts' own curve has the browser measure its length at each update, for an animation that is off. */
const drawLine = ({ points = [], stroke, strokeWidth, strokeOpacity, strokeDasharray }: LineShape) => (
  <path
    d={linePath(points)}
    fill="none"
    stroke={stroke}
    strokeWidth={strokeWidth}
    strokeOpacity={strokeOpacity}
    strokeDasharray={strokeDasharray}
    strokeLinejoin="round"
  />
);

interface PlotProps extends Pick<SeriesChartProps, 'title' | 'series' | 'mark' | 'range'> {
  readonly data: ChartData;
}

/** So much of the axis lies above a mark at least: its label is written there. */
const MARK_ROOM = 1.2;
const MARGIN = { top: 6, right: 10, bottom: 0, left: 0 };
const TICK = { fontSize: 10.5, fill: 'var(--ink-soft)' };

const Plot = memo(function Plot({ title, series, data, mark, range }: PlotProps) {
  const ticks = range ?? valueTicks(data.low, Math.max(data.high, (mark?.at ?? 0) * MARK_ROOM));
  return (
    <LineChart
      responsive
      className={classes.canvas ?? ''}
      style={{ width: '100%', height: '100%' }}
      data={data.rows as object[]}
      margin={MARGIN}
      syncId="steps"
      syncMethod={(ticks, { activeLabel }) => nearestRow(ticks, Number(activeLabel))}
      title={title}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="step"
        type="number"
        domain={[0, Math.max(1, data.lastStep)]}
        ticks={stepTicks(data.lastStep)}
        tickFormatter={formatTick}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-strong)' }}
        height={20}
        tickMargin={4}
      />
      <YAxis
        width={44}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks as number[]}
        tickFormatter={formatTick}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        tickMargin={4}
      />
      {mark && (
        <ReferenceLine
          y={mark.at}
          stroke="var(--ink-soft)"
          strokeDasharray="5 4"
          label={{ value: mark.label, position: 'insideBottomRight', fill: 'var(--ink-soft)', fontSize: 10.5 }}
        />
      )}
      <Tooltip
        isAnimationActive={false}
        content={<CursorCard series={series} />}
        cursor={{ stroke: 'var(--ink-soft)', strokeWidth: 1 }}
      />
      {/* The whole is drawn over its terms. */}
      {series.toReversed().map(({ name, color, width, opacity, dash }) => (
        <Line
          key={name}
          dataKey={name}
          stroke={color}
          strokeWidth={width}
          strokeOpacity={opacity}
          {...(dash && { strokeDasharray: dash })}
          dot={false}
          activeDot={{ r: 2.5, strokeWidth: 0 }}
          shape={drawLine}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
});
