import { Alert, Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useRun } from '../playground.ts';
import classes from './quality.module.css';
import { useQuality, useQualityState } from './useQuality.ts';

/** A classifier that is right less often than this is a poor judge. */
const GOOD = 0.8;

/** How far the measuring is, who judges, and what went wrong: one line, which is there only while there is something to say. */
export function EvaluatorNote() {
  const texts = useTexts('quality');
  const page = useTexts();
  const quality = useQuality();
  const { measuring, training, error } = useQualityState((state) => state);
  const asked = useQualityState((state) => state.asked);
  const evaluator = useRun(({ info }) => info?.evaluator ?? null);
  const percentOf = (share: number): number => Math.floor(100 * share);
  if (error)
    return (
      <Alert color="red" variant="light" className={classes.error ?? ''} role="alert">
        {sentenceOf(error.problem)}{' '}
        <Button size="compact-xs" variant="default" onClick={quality.dismissError}>
          {page.error.dismiss}
        </Button>
      </Alert>
    );
  if (training !== null) return <Progress share={training} text={texts.training({ percent: percentOf(training) })} />;
  if (measuring)
    return (
      <Progress
        share={measuring.share}
        text={texts.stage[measuring.stage]({
          step: measuring.step,
          percent: percentOf(measuring.share),
        })}
      />
    );
  if (evaluator?.kind === 'missing')
    return (
      <div className={classes.missing}>
        <p>{texts.missing}</p>
        <Button size="compact-sm" disabled={asked} onClick={quality.trainEvaluator}>
          {texts.train}
        </Button>
      </div>
    );
  if (evaluator?.kind !== 'trained') return null;
  const percent = 100 * evaluator.accuracy;
  const weak = evaluator.accuracy < GOOD;
  return (
    <p className={classes.note} data-weak={weak || undefined}>
      {(weak ? texts.weak : texts.trained)({ percent })}
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
