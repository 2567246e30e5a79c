import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { gradientSeries, lossSeries, scoreSeries } from '../../plot/series.ts';
import { SmallSwitch } from '../components/SmallSwitch.tsx';
import { CHARTS, type ChartName, useLayout } from '../layout.ts';
import { useMember, useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import { AccuracyChart } from './AccuracyChart.tsx';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import { createTurns } from './turns.ts';
import { useGradientTarget } from './useGradientTarget.ts';
import { WhyButton } from './WhyButton.tsx';

const UNIT_RANGE: readonly number[] = [0, 0.5, 1];
/** A probability of “real” that says nothing. */
const CHANCE = 0.5;

/** What happens: losses, the gradient of D at the data, and D's scores, over the same steps. */
export function ChartColumn() {
  const texts = useTexts();
  const { history } = useMember();
  const turns = useMemo(() => createTurns(history.subscribe), [history]);
  const penalty = useRun(({ opened }) => planOf(opened).penalty !== null);
  const classified = useRun(({ opened }) => planOf(opened).supervision !== undefined);
  const losses = useMemo(() => lossSeries({ penalty, classes: classified }), [penalty, classified]);
  const [square, setSquare] = useState(false);
  const gradient = useMemo(() => gradientSeries(square), [square]);
  const target = useGradientTarget(square);
  const kind = useRun(({ info }) => info?.score ?? null);
  const probability = kind === 'probability';
  const chance = useMemo(
    () => (probability ? { at: CHANCE, label: texts.chart.chance({ value: CHANCE }) } : null),
    [probability, texts],
  );

  const charts = useLayout(({ present, embed, charts: chosen }) => (present || embed.length > 0 ? chosen : CHARTS));
  const shows = (chart: ChartName): boolean => charts.includes(chart);
  return (
    <div className={classes.column}>
      {classified && shows('accuracy') && <AccuracyChart turns={turns} />}
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
    </div>
  );
}
