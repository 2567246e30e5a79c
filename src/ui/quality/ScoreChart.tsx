import { memo, useEffect, useId, useState } from 'react';
import { Line, Tooltip } from 'recharts';
import type { Evidence } from '../../diagnosis/rule.ts';
import { useTexts } from '../../i18n/index.ts';
import charts from '../charts/charts.module.css';
import { useEvidence } from '../charts/Lit.tsx';
import { StepChart } from '../charts/StepChart.tsx';
import type { Turns } from '../charts/turns.ts';
import { formatShort, valueTicks } from '../format.ts';
import { usePlayground } from '../playground.ts';
import { FloorAndBand } from './FloorAndBand.tsx';
import { directionOf, type MeasureId } from './measures.ts';
import classes from './quality.module.css';
import { ScoreCard } from './ScoreCard.tsx';
import { rowsOf, type ScoreRow, scoreRange } from './scoreRows.ts';

/** More points than that are too close for dots. */
const DOTS = 30;

/** One measure over the steps: value with interval, and what real examples get. */
export function ScoreChart({ id, turns }: { readonly id: MeasureId; readonly turns: Turns }) {
  const texts = useTexts('quality');
  const { history, scores } = usePlayground();
  const lit = useEvidence([id]);
  const heading = useId();
  const read = () => ({
    rows: rowsOf(scores.all(), id),
    lastStep: Math.max(history.steps().at(-1) ?? 0, scores.all().at(-1)?.step ?? 0),
  });
  const [data, setData] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` reads what the others name
  useEffect(() => turns.join(() => setData(read())), [history, scores, id, turns]);
  const newest = data.rows.at(-1);
  const name = texts.measure[id].name;
  return (
    <figure className={charts.chart} aria-labelledby={heading}>
      <div className={charts.head}>
        <h3 id={heading}>{name}</h3>
        <span className={`${charts.unit} ${classes.direction}`}>{texts.direction[directionOf(id)]}</span>
      </div>
      <p className={classes.newest}>
        <b>{formatShort(newest?.value ?? null)}</b>
        <span>
          <i className={classes.dash} aria-hidden />
          {texts.floor({ value: newest?.floor ?? null })}
        </span>
      </p>
      <div className={charts.plot}>
        <Plot title={texts.chart({ name })} rows={data.rows} lastStep={data.lastStep} lit={lit} />
      </div>
    </figure>
  );
}

interface PlotProps {
  readonly title: string;
  readonly rows: readonly ScoreRow[];
  readonly lastStep: number;
  /** Steps that are pointed out. */
  readonly lit: Evidence | null;
}

const Plot = memo(function Plot({ title, rows, lastStep, lit }: PlotProps) {
  const { low, high } = scoreRange(rows);
  const ticks = valueTicks(low, high);
  return (
    <StepChart title={title} rows={rows} lastStep={lastStep} ticks={ticks} numbers={40} lit={lit}>
      <Tooltip
        isAnimationActive={false}
        content={<ScoreCard />}
        cursor={{ stroke: 'var(--ink-soft)', strokeWidth: 1 }}
      />
      <FloorAndBand rows={rows} />
      <Line
        dataKey="value"
        stroke="var(--g)"
        strokeWidth={1.75}
        dot={rows.length <= DOTS ? { r: 2.5, fill: 'var(--g)', strokeWidth: 0 } : false}
        activeDot={{ r: 3, strokeWidth: 0 }}
        isAnimationActive={false}
      />
    </StepChart>
  );
});
