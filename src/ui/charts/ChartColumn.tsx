import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { bothLosses, gradientSeries, lossSeries, scoreSeries } from '../../plot/series.ts';
import { SmallSwitch } from '../components/SmallSwitch.tsx';
import { type ChartName, useLayout } from '../layout.ts';
import { useMember, useRun } from '../playground.ts';
import { roomFor } from '../show/charts.ts';
import { useChartsShown } from '../show/useChartsShown.ts';
import { planOf } from '../state/plan.ts';
import { AccuracyChart } from './AccuracyChart.tsx';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import { createTurns, type Turns } from './turns.ts';
import { useGradientTarget } from './useGradientTarget.ts';
import { useRests } from './useRests.ts';
import { useSize } from './useSize.ts';
import { WhyButton } from './WhyButton.tsx';

const UNIT_RANGE: readonly number[] = [0, 0.5, 1];
/** A probability of “real” that says nothing. */
const CHANCE = 0.5;

/** What happens: losses, the gradient of D at the data, and D's scores, over the same steps. */
export function ChartColumn() {
  const { history } = useMember();
  const turns = useMemo(() => createTurns(history.subscribe), [history]);
  useRests();
  const { shown } = useChartsShown();
  // Terms would leave little room for the lines in large letters, but where they are what is shown.
  const brief = useLayout(({ present }) => present) && shown.length > 1;
  const column = useRef<HTMLDivElement>(null);
  const height = useSize(column)?.height ?? null;
  useLayoutEffect(() => {
    if (height !== null) useLayout.setState({ chartRoom: roomFor(height) });
  }, [height]);
  return (
    <div ref={column} className={classes.column}>
      <ChartList charts={shown} turns={turns} brief={brief} />
    </div>
  );
}

interface ChartListProps {
  readonly charts: readonly ChartName[];
  readonly turns: Turns;
  /** Losses without their terms. */
  readonly brief: boolean;
}

export function ChartList({ charts, turns, brief }: ChartListProps) {
  const texts = useTexts();
  const penalty = useRun(({ opened }) => planOf(opened).penalty !== null);
  const classified = useRun(({ opened }) => planOf(opened).supervision !== undefined);
  const shows = (chart: ChartName): boolean => charts.includes(chart);
  const losses = useMemo(
    () => (brief ? bothLosses : lossSeries({ penalty, classes: classified })),
    [brief, penalty, classified],
  );
  const [square, setSquare] = useState(false);
  const gradient = useMemo(() => gradientSeries(square), [square]);
  const target = useGradientTarget(square);
  const kind = useRun(({ info }) => info?.score ?? null);
  const probability = kind === 'probability';
  const chance = useMemo(
    () => (probability ? { at: CHANCE, label: texts.chart.chance({ value: CHANCE }) } : null),
    [probability, texts],
  );
  return (
    <>
      {shows('accuracy') && <AccuracyChart turns={turns} />}
      {shows('losses') && (
        <SeriesChart title={texts.chart.losses} series={losses} turns={turns} mark={null} range={null} tellsMeans />
      )}
      {shows('gradient') && (
        <SeriesChart
          title={texts.chart.gradient}
          series={gradient}
          turns={turns}
          mark={target}
          range={null}
          tool={<WhyButton />}
          asideIn="legend"
          aside={
            <SmallSwitch
              label={texts.chart.square}
              hint={texts.chart.squareHint}
              checked={square}
              onChange={setSquare}
            />
          }
        />
      )}
      {shows('scores') && (
        <SeriesChart
          title={texts.chart.scores}
          series={scoreSeries}
          turns={turns}
          mark={chance}
          range={probability ? UNIT_RANGE : null}
          cell={104}
          aside={
            kind && <span className={classes.unit}>{probability ? texts.chart.probability : texts.chart.raw}</span>
          }
        />
      )}
    </>
  );
}
