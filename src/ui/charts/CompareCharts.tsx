import { useMemo } from 'react';
import { optionText, useTexts } from '../../i18n/index.ts';
import { bothLosses, gradientSeries } from '../../plot/series.ts';
import { useMember, useRun } from '../playground.ts';
import { useChartsShown } from '../show/useChartsShown.ts';
import { planOf } from '../state/plan.ts';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import { createTurns, type Turns } from './turns.ts';
import { useGradientTarget } from './useGradientTarget.ts';
import { useRests } from './useRests.ts';

const GRADIENT = gradientSeries(false);

/**
 * The two charts that systems are compared by, small, side by side; one of them in large letters. The same quantity has the same scale in all of
 * them; losses of different objectives are different quantities.
 */
export function CompareCharts({ turns: given }: { readonly turns?: Turns }) {
  const texts = useTexts();
  const { history } = useMember();
  const turns = useMemo(() => given ?? createTurns(history.subscribe), [given, history]);
  useRests();
  const objective = useRun(({ opened }) => planOf(opened).objective.kind);
  const target = useGradientTarget(false);
  const { shown } = useChartsShown();
  return (
    <div className={classes.pair} style={{ '--charts': shown.length } as React.CSSProperties}>
      {shown.includes('losses') && (
        <SeriesChart
          title={texts.chart.losses}
          series={bothLosses}
          turns={turns}
          mark={null}
          range={null}
          quantity={`losses ${objective}`}
          cell={72}
          aside={<span className={classes.unit}>{optionText(texts, 'objective', objective)}</span>}
        />
      )}
      {shown.includes('gradient') && (
        <SeriesChart
          title={texts.chart.gradientShort}
          series={GRADIENT}
          turns={turns}
          mark={target}
          markIn="head"
          range={null}
          quantity="gradient"
        />
      )}
    </div>
  );
}
