import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { gradientSeries } from '../../plot/series.ts';
import { SeriesChart } from '../charts/SeriesChart.tsx';
import type { Turns } from '../charts/turns.ts';
import { useGradientTarget } from '../charts/useGradientTarget.ts';
import type { MeasureId } from './measures.ts';
import classes from './quality.module.css';
import { ScoreChart } from './ScoreChart.tsx';
import { useQualityState } from './useQuality.ts';

const GRADIENT = gradientSeries(false);

/** DRAGAN's figure (Kodali et al. 2017, figure 2): a score above the gradient norm of D, over the same steps. */
export function BesideGradient({ turns }: { readonly turns: Turns }) {
  const texts = useTexts();
  const q = useTexts('quality');
  const chosen = useQualityState(({ settings }) => settings.chosen) as readonly MeasureId[];
  const [picked, setPicked] = useState<MeasureId | null>(null);
  const id = picked && chosen.includes(picked) ? picked : chosen[0];
  const target = useGradientTarget(false);
  return (
    <div className={classes.figure}>
      <NativeSelect
        size="xs"
        aria-label={q.pick}
        value={id ?? ''}
        data={chosen.map((measure) => ({ value: measure, label: q.measure[measure].name }))}
        onChange={({ currentTarget: { value } }) => setPicked(value as MeasureId)}
      />
      {id && <ScoreChart key={id} id={id} turns={turns} />}
      <SeriesChart title={texts.chart.gradient} series={GRADIENT} turns={turns} mark={target} range={null} />
    </div>
  );
}
