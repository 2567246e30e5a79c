import { memo, type ReactNode, useEffect, useId, useState } from 'react';
import { Line, ReferenceLine, Tooltip } from 'recharts';
import type { Evidence } from '../../diagnosis/rule.ts';
import { useTexts } from '../../i18n/index.ts';
import { valueTicks } from '../format.ts';
import { usePlayground } from '../playground.ts';
import { type Beside, BesideCurve } from './BesideCurve.tsx';
import { CursorCard } from './CursorCard.tsx';
import classes from './charts.module.css';
import { Legend } from './Legend.tsx';
import { useEvidence } from './Lit.tsx';
import { type ChartData, chartDataOf, emptyData } from './rows.ts';
import { SeriesShape } from './SeriesShape.tsx';
import { StepChart, TICK } from './StepChart.tsx';
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
  /** A curve of another run. */
  readonly beside?: Beside | null;
}

export function SeriesChart({ title, series, turns, mark, range, aside, beside = null }: SeriesChartProps) {
  const texts = useTexts();
  const { history } = usePlayground();
  const id = useId();
  const lit = useEvidence(series.map(({ name }) => name));
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
      <Legend series={series} latest={data.latest} beside={beside} />
      <div className={classes.plot}>
        {data.rows.length === 0 && <p className={classes.empty}>{texts.chart.empty}</p>}
        <Plot
          title={texts.chart.describe({ title })}
          series={series}
          data={data}
          mark={mark}
          range={range}
          beside={beside}
          lit={lit}
        />
      </div>
    </figure>
  );
}

interface PlotProps extends Pick<SeriesChartProps, 'title' | 'series' | 'mark' | 'range'> {
  readonly beside: Beside | null;
  /** Steps that are pointed out. */
  readonly lit: Evidence | null;
  readonly data: ChartData;
}

/** So much of the axis lies above a mark at least: its label is written there. */
const MARK_ROOM = 1.2;

const Plot = memo(function Plot({ title, series, data, mark, range, beside, lit }: PlotProps) {
  const ticks = range ?? valueTicks(data.range.low, Math.max(data.range.high, (mark?.at ?? 0) * MARK_ROOM));
  return (
    <StepChart title={title} rows={data.rows} lastStep={data.lastStep} ticks={ticks} numbers={44} lit={lit}>
      {mark && (
        <ReferenceLine
          y={mark.at}
          stroke="var(--ink-soft)"
          strokeDasharray="5 4"
          label={{ value: mark.label, position: 'insideBottomRight', className: classes.mark ?? '', ...TICK }}
        />
      )}
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        content={<CursorCard series={series} />}
        cursor={{ stroke: 'var(--ink-soft)', strokeWidth: 1 }}
      />
      {beside && <BesideCurve {...beside} />}
      {/* The whole is drawn over its terms. */}
      {series.toReversed().map((line) => (
        <Line
          key={line.name}
          dataKey={`${line.name}.mean`}
          stroke={line.color}
          dot={false}
          activeDot={{ r: 2.5, strokeWidth: 0 }}
          shape={<SeriesShape series={line} />}
          isAnimationActive={false}
        />
      ))}
    </StepChart>
  );
});
