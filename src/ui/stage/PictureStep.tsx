import { stepsBehind } from '../../core/freshness.ts';
import { useTexts } from '../../i18n/index.ts';
import { useGroup, useLooked, usePicture, useRun } from '../playground.ts';
import classes from './PictureStep.module.css';

/** Which step the picture is of; and whether it is of the past, or further behind the numbers than it should be. */
export function PictureStep({ ends }: { readonly ends?: 'head' | 'line' }) {
  const texts = useTexts();
  const shown = usePicture()?.step;
  const isPast = useLooked() !== null;
  const newest = useGroup(({ step }) => (isPast ? step : 0));
  const behind = useRun(({ step, grid, gridAge }) =>
    grid ? stepsBehind({ step, shown: grid.step, age: gridAge }) : 0,
  );
  // Its place is there before it is.
  if (shown === undefined) return ends ? <span className={classes.step} data-ends={ends} /> : null;
  return (
    <span className={classes.step} data-past={isPast || undefined} data-ends={ends}>
      {texts.grid.atStep({ step: shown })}{' '}
      <small>{isPast ? texts.grid.past({ newest }) : behind > 0 && texts.grid.behind({ steps: behind })}</small>
    </span>
  );
}
