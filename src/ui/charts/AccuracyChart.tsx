import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort, formatWhole } from '../format.ts';
import { usePage, usePlayground } from '../playground.ts';
import { curveBeside } from '../state/curves.ts';
import type { History } from '../state/history.ts';
import classes from './charts.module.css';
import { SeriesChart } from './SeriesChart.tsx';
import { accuracySeries } from './series.ts';
import type { Turns } from './turns.ts';

/** Below this nobody looks closely. */
const RANGE: readonly number[] = [0.6, 0.7, 0.8, 0.9, 1];

/** The test accuracy at the step where the other examples, or the erratum the test itself, chose. */
function bestOf(history: History, chosenOn: 'accuracyValidation' | 'accuracyTest') {
  const chosen = history.column(chosenOn);
  let best = -1;
  for (const [row, value] of chosen.entries()) if (value > (chosen[best] ?? -1)) best = row;
  const test = history.column('accuracyTest')[best];
  return test === undefined ? null : { test, step: history.steps()[best] as number };
}

/** How many digits D classifies rightly, beside the last run of the other kind: with labels alone, or with all digits. */
export function AccuracyChart({ turns }: { readonly turns: Turns }) {
  const { t } = useTranslation();
  const curves = usePage((state) => state.curves);
  const opened = usePage((state) => state.opened);
  const other = useMemo(() => curveBeside(curves, opened), [curves, opened]);
  const beside = useMemo(() => {
    if (!other) return null;
    const label = t(other.kind === 'baseline' ? 'chart.besideBaseline' : 'chart.besideSemiSupervised');
    return { label, points: other.curve.points.map(({ step, accuracy }) => ({ step, value: accuracy })) };
  }, [other, t]);
  return (
    <SeriesChart
      title={t('chart.accuracy')}
      series={accuracySeries}
      turns={turns}
      mark={null}
      range={RANGE}
      beside={beside}
      aside={<Best />}
    />
  );
}

function Best() {
  const { t } = useTranslation();
  const { history } = usePlayground();
  const chosenOn = usePage(({ opened }) => opened.params.chosenOnTest === true);
  // Looked up anew with each frame; a string is equal while nothing changed.
  const best = usePage(({ frames }) => {
    const found = frames > 0 ? bestOf(history, chosenOn ? 'accuracyTest' : 'accuracyValidation') : null;
    return found && t('chart.best', { test: formatShort(found.test), step: formatWhole(found.step) });
  });
  return (
    best && (
      <span className={classes.unit} title={t('chart.bestHint')}>
        {best}
      </span>
    )
  );
}
