import { useEffect, useId, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { linearScale, logScale } from '../../plot/scale.ts';
import { smoothed } from '../../plot/summarise.ts';
import { valueTicks } from '../../plot/ticks.ts';
import { ChartTable, TableButton } from '../charts/ChartTable.tsx';
import { useChartState } from '../charts/chartState.ts';
import charts from '../charts/charts.module.css';
import { rowAt } from '../charts/cursor.ts';
import { useEvidence } from '../charts/evidence.ts';
import { ValueLine } from '../charts/Lines.tsx';
import { StepPlot } from '../charts/StepPlot.tsx';
import type { TableRow } from '../charts/table.ts';
import type { Turns } from '../charts/turns.ts';
import { useReadStep } from '../charts/useReadStep.ts';
import { formatShort } from '../format.ts';
import { useMember } from '../playground.ts';
import { FloorAndBand } from './FloorAndBand.tsx';
import { directionOf, type MeasureId } from './measures.ts';
import classes from './quality.module.css';
import { rowsOf, type ScoreRow, scoreRange, scoreTable } from './scoreRows.ts';
import { useBeyond, useNoun } from './useQuality.ts';

/** More points than that are too close for dots. */
const DOTS = 30;
const VALUE = { color: 'var(--g)', width: 1.75, opacity: 1 };

/** One measure over the steps: value with interval, and what real examples get. */
export function ScoreChart({ id, turns }: { readonly id: MeasureId; readonly turns: Turns }) {
  const texts = useTexts('quality');
  const lit = useEvidence([id]);
  const heading = useId();
  const { rows, lastStep } = useRows(id, turns);
  const log = useChartState((state) => state.log);
  const smooth = useChartState((state) => state.smooth);
  const means = useMemo(() => meansOf(rows, smooth), [rows, smooth]);
  const { low, high } = scoreRange(rows);
  const scale = useMemo(() => (log ? logScale({ low, high }) : linearScale(valueTicks(low, high))), [log, low, high]);
  const placed = useMemo(
    () => rows.map(({ step }, i) => ({ step, value: scale.place(means[i] ?? Number.NaN) })),
    [rows, means, scale],
  );
  const name = texts.measure[id].name;
  const noun = useNoun();
  const rowOf = (step: number): ScoreRow | undefined =>
    rows[
      rowAt(
        rows.map((row) => row.step),
        step,
      )
    ];
  const describe = (step: number): string => {
    const row = rowOf(step);
    return row
      ? texts.reading({
          step: row.step,
          name,
          value: row.value,
          floor: row.floor,
          noun,
        })
      : texts.empty;
  };
  const [table, setTable] = useState<readonly TableRow[] | null>(null);
  const { value, low: from, high: to, floor } = texts.column;
  return (
    <figure className={charts.chart} aria-labelledby={heading}>
      <div className={charts.head}>
        <h3 id={heading}>{name}</h3>
        <span className={charts.tools}>
          <TableButton title={name} open={table !== null} onToggle={() => setTable(table ? null : scoreTable(rows))} />
        </span>
      </div>
      <Reading id={id} rowOf={rowOf} />
      <div className={charts.plot}>
        {table && <ChartTable title={name} columns={[value, from, to, floor({ noun })]} rows={table} />}
        <StepPlot
          title={texts.chart({ name, noun })}
          scale={scale}
          lastStep={lastStep}
          lit={lit}
          describe={describe}
          points={(step) => {
            const row = rowOf(step);
            return row ? [{ ...row, color: VALUE.color }] : [];
          }}
          rows={placed}
        >
          {(frame) => {
            const points = rows.map(({ step, value }) => ({ x: frame.x(step), y: frame.y(value) }));
            return (
              <>
                <FloorAndBand rows={rows} frame={frame} />
                <ValueLine name="value" style={VALUE} rows={placed} />
                {rows.length > 1 &&
                  rows.length <= DOTS &&
                  points.map(({ x, y }) => <circle key={x} cx={x} cy={y} r={2.5} fill={VALUE.color} />)}
              </>
            );
          }}
        </StepPlot>
      </div>
    </figure>
  );
}

/** The points of the line: what was measured, or means of what lies around it. */
function meansOf(rows: readonly ScoreRow[], smooth: boolean): readonly number[] {
  const values = rows.map(({ value }) => ({ mean: value, low: value, high: value }));
  return (smooth ? smoothed(values) : values).map((point) => point?.mean ?? Number.NaN);
}

/** What was measured of one measure; anew in each of this chart's turns. */
function useRows(id: MeasureId, turns: Turns) {
  const { history, scores } = useMember();
  const read = () => ({
    of: scores,
    rows: rowsOf(scores.all(), id),
    lastStep: Math.max(history.steps().at(-1) ?? 0, scores.all().at(-1)?.step ?? 0),
  });
  const [data, setData] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` reads what the others name
  useEffect(() => turns.join(() => setData(read())), [history, scores, id, turns]);
  // Those of another run are shown at once, not in its first turn.
  return data.of === scores ? data : read();
}

/** The newest score, or the last one before the cursor, what real examples get, and how the two can be. */
function Reading({ id, rowOf }: { readonly id: MeasureId; readonly rowOf: (step: number) => ScoreRow | undefined }) {
  const texts = useTexts('quality');
  const page = useTexts();
  const cursor = useReadStep();
  const noun = useNoun();
  const beyond = useBeyond();
  const row = rowOf(cursor ?? Number.POSITIVE_INFINITY);
  return (
    <div className={classes.reading}>
      <p>
        <b>{formatShort(row?.value ?? null)}</b>
        <span>
          {cursor !== null && row ? page.chart.atStep({ step: row.step }) : texts.direction[directionOf(id)]({ noun })}
        </span>
      </p>
      <p>
        <i className={classes.dash} aria-hidden />
        {texts.floor({ value: row?.floor ?? null, noun })}
      </p>
      <p>{row && beyond(id, row)}</p>
    </div>
  );
}
