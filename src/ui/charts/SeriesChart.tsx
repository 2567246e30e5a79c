import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import type { Frame } from '../../plot/frame.ts';
import { linearScale, logScale, union, type ValueScale } from '../../plot/scale.ts';
import type { Series } from '../../plot/series.ts';
import { valueTicks } from '../../plot/ticks.ts';
import { formatShort } from '../format.ts';
import { useMember } from '../playground.ts';
import { FullButton } from '../show/FullButton.tsx';
import { useArrival } from './arrival.ts';
import { type Beside, BesideCurve } from './BesideCurve.tsx';
import { ChartSentence, ChartTable, TableButton } from './ChartTable.tsx';
import type { CursorPoint } from './CursorPad.tsx';
import { useChartState, useSharedRange } from './chartState.ts';
import classes from './charts.module.css';
import { readingAt } from './cursor.ts';
import { useEvidence, useLit } from './evidence.ts';
import { faint, useGhost } from './ghost.ts';
import { Legend, MarkKey } from './Legend.tsx';
import { Lines, LooseLine, plotRows } from './Lines.tsx';
import { type Mark, MarkLine } from './Mark.tsx';
import { type ChartData, chartDataOf } from './rows.ts';
import { StepPlot } from './StepPlot.tsx';
import { type TableRow, tableOf } from './table.ts';
import { atOnce, type Turns } from './turns.ts';

interface SeriesChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly turns: Turns;
  readonly mark: Mark | null;
  /** Where it is named. */
  readonly markIn?: 'legend' | 'head';
  /** Fixed marks on the value axis; null for those that fit the data. */
  readonly range: readonly number[] | null;
  /** Whether a logarithmic scale means something here. */
  readonly logs?: boolean;
  /** What is shown, where other charts show the same and have to have the same scale. */
  readonly quantity?: string | null;
  /** Pixels that a line's name and reading take in the legend. */
  readonly cell?: number;
  /** Controls or a unit, beside the title. */
  readonly aside?: ReactNode;
  /** Beside the legend where that has one line, and the title is long. */
  readonly asideIn?: 'head' | 'legend';
  /** A button beside those that every chart has. */
  readonly tool?: ReactNode;
  /** A curve of another run. */
  readonly beside?: Beside | null;
  /** Whether it says what its lines are means of. */
  readonly tellsMeans?: boolean;
}

/** Series over the steps, with what there is to read of them. */
export function SeriesChart(props: SeriesChartProps) {
  const {
    title,
    series,
    turns,
    mark,
    markIn = 'legend',
    aside,
    asideIn = 'head',
    beside = null,
    cell = 116,
    tellsMeans = false,
    tool,
  } = props;
  const texts = useTexts();
  const { history } = useMember();
  const id = useId();
  const lit = useEvidence(series.map(({ name }) => name));
  const drawn = useLit(series);
  const data = useData(series, turns);
  const ghost = useGhostData(series);
  const scale = useScale(ghost ? { ...data, range: union([data.range, ghost.range]) } : data, props);
  const rows = useMemo(() => plotRows(series, data, scale), [series, data, scale]);
  const describe = (step: number): string =>
    texts.chart.reading({
      step,
      values: formatsNow().list(
        series.map(
          ({ name }) => `${texts.chart.series[name]} ${formatShort(readingAt(history, name, step)?.value ?? null)}`,
        ),
      ),
    });
  const points = (step: number): CursorPoint[] =>
    series.flatMap(({ name, color }) => {
      const reading = readingAt(history, name, step);
      return reading ? [{ ...reading, color }] : [];
    });
  const [table, setTable] = useState<readonly TableRow[] | null>(null);
  const names = series.map(({ name }) => name);
  const toggleTable = (): void => setTable(table ? null : tableOf(history, names));
  const isEmpty = data.steps.length === 0;
  const isHere = useArrival(turns === atOnce);
  return (
    <figure className={classes.chart} aria-labelledby={id} data-card="">
      <div className={classes.head}>
        <h3 id={id}>{title}</h3>
        {tellsMeans && <Means of={data.meanOf} />}
        {mark && markIn === 'head' && (
          <span className={`${classes.unit} ${classes.key}`}>
            <MarkKey {...mark} />
          </span>
        )}
        {asideIn === 'head' && aside}
        <span className={classes.tools}>
          {tool}
          <TableButton title={title} open={table !== null} onToggle={toggleTable} />
          <FullButton of={title} />
        </span>
      </div>
      <div className={classes.keys}>
        <Legend series={drawn} mark={markIn === 'legend' ? mark : null} beside={beside} cell={cell} />
        {asideIn === 'legend' && aside}
      </div>
      <ChartSentence title={title} series={series} data={data} />
      <div className={classes.plot}>
        {table && <ChartTable title={title} columns={names.map((name) => texts.chart.series[name])} rows={table} />}
        {isEmpty && !table && <p className={classes.empty}>{texts.chart.empty}</p>}
        {isHere && (
          <StepPlot
            title={texts.chart.describe({ title })}
            scale={scale}
            lastStep={data.lastStep}
            lit={lit}
            describe={describe}
            points={points}
            rows={rows}
          >
            {(frame) => (
              <>
                {mark && !isEmpty && <MarkLine at={mark.at} scale={scale} />}
                {ghost && <GhostLines series={series} data={ghost} frame={frame} />}
                {beside && <BesideCurve {...beside} frame={frame} />}
                <Lines series={drawn} rows={rows} />
              </>
            )}
          </StepPlot>
        )}
      </div>
    </figure>
  );
}

/** What was measured, summarised; anew in each of this chart's turns. */
function useData(series: readonly Series[], turns: Turns): ChartData {
  const { history } = useMember();
  const smooth = useChartState((state) => state.smooth);
  const read = useCallback(
    () => ({
      from: history,
      of: series,
      data: chartDataOf(
        history,
        series.map(({ name }) => name),
        smooth,
      ),
    }),
    [history, series, smooth],
  );
  const [last, setLast] = useState(read);
  const shown = useRef(0);
  useEffect(() => {
    const draw = (): void => setLast(read());
    return turns.join(draw, () => shown.current === 0 && history.length > 0);
  }, [turns, read, history]);
  // Another run, or other lines, are shown at once, not in the next turn: the legend names and reads them already.
  const data = useMemo(
    () => (last.from === history && last.of === series ? last : read()).data,
    [last, history, series, read],
  );
  useEffect(() => {
    shown.current = data.steps.length;
  }, [data]);
  return data;
}

/** The same of another run. */
function useGhostData(series: readonly Series[]): ChartData | null {
  const ghost = useGhost((state) => state.ghost);
  const smooth = useChartState((state) => state.smooth);
  return useMemo(() => {
    const names = series.map(({ name }) => name);
    const data = ghost && chartDataOf(ghost.history, names, smooth);
    return data && Object.values(data.lines).some((line) => line.some((point) => point !== null)) ? data : null;
  }, [ghost, series, smooth]);
}

interface GhostLinesProps {
  readonly series: readonly Series[];
  readonly data: ChartData;
  readonly frame: Frame;
}

/** Quiet, behind the run's own lines; what lies beyond its last step is cut off. */
const GhostLines = ({ series, data: { steps, lines }, frame }: GhostLinesProps) =>
  series.map((line) => {
    const points = (lines[line.name] ?? []).flatMap((point, i) =>
      point ? [{ x: frame.x(steps[i] ?? 0), y: frame.y(point.mean) }] : [],
    );
    return points.length > 0 && <LooseLine key={line.name} {...faint(line)} points={points} />;
  });

/** So much of the axis lies above a mark at least: at the very edge it would look like the frame. */
const MARK_ROOM = 1.1;

function useScale(
  { range }: ChartData,
  { range: fixed, mark, logs = true, quantity = null }: SeriesChartProps,
): ValueScale {
  const log = useChartState((state) => state.log) && logs;
  const at = mark?.at ?? range.high;
  const own = { low: Math.min(range.low, at), high: Math.max(range.high, mark ? at * MARK_ROOM : at) };
  const { low, high } = useSharedRange(quantity, own);
  return useMemo(() => {
    if (!log) return linearScale(fixed ?? valueTicks(low, high));
    return logScale({ low, high: fixed?.at(-1) ?? high });
  }, [log, fixed, low, high]);
}

/** Readings are of single steps; says so where the lines are not. */
function Means({ of }: { readonly of: number }) {
  const texts = useTexts();
  if (of === 1) return null;
  return (
    <span className={`${classes.unit} ${classes.means}`} title={texts.chart.meansHint}>
      {texts.chart.means({ count: of })}
    </span>
  );
}
