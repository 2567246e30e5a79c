import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { usePage, usePlayground } from '../playground.ts';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import { gradientSeries, type Series } from './series.ts';
import { createTurns } from './turns.ts';

const whole = { width: 1.75, opacity: 1, band: true };
const LOSSES: readonly Series[] = [
  { name: 'lossD', color: 'var(--d)', ...whole },
  { name: 'lossG', color: 'var(--g)', ...whole },
];
const GRADIENT = gradientSeries(false);

/** The two charts that systems are compared by, small, side by side. */
export function CompareCharts() {
  const texts = useTexts();
  const { history } = usePlayground();
  const turns = useMemo(() => createTurns(history.subscribe), [history]);
  const k = usePage(({ opened }) => (typeof opened.params.k === 'number' ? opened.params.k : null));
  const target = useMemo(() => (k === null ? null : { at: k, label: `${texts.chart.target} = ${k}` }), [k, texts]);
  return (
    <div className={classes.pair}>
      <SeriesChart title={texts.chart.losses} series={LOSSES} turns={turns} mark={null} range={null} />
      <SeriesChart title={texts.chart.gradientShort} series={GRADIENT} turns={turns} mark={target} range={null} />
    </div>
  );
}
