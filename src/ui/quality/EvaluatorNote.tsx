import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatWhole } from '../format.ts';
import { usePage } from '../playground.ts';
import classes from './quality.module.css';
import { useQuality, useQualityState } from './useQuality.ts';

/** A classifier that is right less often than this is a poor judge. */
const GOOD = 0.8;

/** How far the measuring is, who judges, and what went wrong: one line, which is there only while there is something to say. */
export function EvaluatorNote() {
  const { t } = useTranslation('quality');
  const { t: page } = useTranslation();
  const quality = useQuality();
  const { measuring, training, error } = useQualityState((state) => state);
  const asked = useQualityState((state) => state.asked);
  const evaluator = usePage(({ info }) => info?.evaluator ?? null);
  const percentOf = (share: number): string => formatWhole(Math.floor(100 * share));
  if (error)
    return (
      <Alert color="red" variant="light" className={classes.error ?? ''} role="alert">
        {error.message}{' '}
        <Button size="compact-xs" variant="default" onClick={quality.dismissError}>
          {page('error.dismiss')}
        </Button>
      </Alert>
    );
  if (training !== null) return <Progress share={training} text={t('training', { percent: percentOf(training) })} />;
  if (measuring)
    return (
      <Progress
        share={measuring.share}
        text={t(`stage.${measuring.stage}`, {
          step: formatWhole(measuring.step),
          percent: percentOf(measuring.share),
        })}
      />
    );
  if (evaluator?.kind === 'missing')
    return (
      <div className={classes.missing}>
        <p>{t('missing')}</p>
        <Button size="compact-sm" disabled={asked} onClick={quality.trainEvaluator}>
          {t('train')}
        </Button>
      </div>
    );
  if (evaluator?.kind !== 'trained') return null;
  const percent = (100 * evaluator.accuracy).toFixed(1);
  const weak = evaluator.accuracy < GOOD;
  return (
    <p className={classes.note} data-weak={weak || undefined}>
      {t(weak ? 'weak' : 'trained', { percent })}
    </p>
  );
}

function Progress({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <p className={classes.progress}>
      <span>{text}</span>
      <span
        className={classes.track}
        role="progressbar"
        aria-label={text}
        aria-valuenow={Math.floor(100 * share)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
    </p>
  );
}
