import { ActionIcon } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { accuracySeries } from '../../plot/series.ts';
import { useController, useMember, usePage, useRun } from '../playground.ts';
import { curveBeside } from '../state/curves.ts';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import type { Turns } from './turns.ts';

/** From here on one looks closely, and what lies below is cut off. */
const CLOSE = 0.6;
const CLOSE_RANGE: readonly number[] = [CLOSE, 0.7, 0.8, 0.9, 1];
const WHOLE_RANGE: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

/** How many digits D classifies rightly, beside the last run of the other kind: with labels alone, or with all digits. */
export function AccuracyChart({ turns }: { readonly turns: Turns }) {
  const texts = useTexts();
  const isGood = useRun(({ best }) => best !== null && best.test >= CLOSE);
  const curves = usePage((state) => state.curves);
  const opened = useRun((state) => state.opened);
  const other = useMemo(() => curveBeside(curves, opened), [curves, opened]);
  const beside = useMemo(() => {
    if (!other) return null;
    const label = other.kind === 'baseline' ? texts.chart.besideBaseline : texts.chart.besideSemiSupervised;
    return { label, points: other.curve.points.map(({ step, accuracy }) => ({ step, value: accuracy })) };
  }, [other, texts]);
  return (
    <SeriesChart
      title={texts.chart.accuracy}
      series={accuracySeries}
      turns={turns}
      mark={null}
      range={isGood ? CLOSE_RANGE : WHOLE_RANGE}
      logs={false}
      cell={168}
      beside={beside}
      aside={<Best />}
    />
  );
}

/** The best model so far, and the way back to it. */
function Best() {
  const texts = useTexts();
  const controller = useController();
  const member = useMember();
  const best = useRun((state) => state.best);
  const away = useRun(
    ({ phase, step }) => (phase.kind === 'training' || phase.kind === 'paused') && step !== best?.step,
  );
  if (!best) return null;
  return (
    <span className={classes.best}>
      <span className={classes.unit} title={texts.chart.bestHint}>
        {texts.chart.best({ test: best.test, step: best.step })}
      </span>
      <ActionIcon
        size={22}
        variant="subtle"
        disabled={!away}
        aria-label={texts.chart.toBest}
        title={texts.chart.toBestHint}
        onClick={() => controller.returnToBest(member)}
      >
        <IconHistory size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
