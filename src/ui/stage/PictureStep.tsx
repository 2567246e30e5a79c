import { stepsBehind } from '../../core/freshness.ts';
import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import classes from './PictureStep.module.css';

/** Which step the picture is of, and how far it is behind the numbers where that is further than it should be. */
export function PictureStep() {
  const texts = useTexts();
  const shown = useRun(({ grid }) => grid?.step);
  const behind = useRun(({ step, grid, gridAge }) =>
    grid ? stepsBehind({ step, shown: grid.step, age: gridAge }) : 0,
  );
  if (shown === undefined) return null;
  return (
    <span className={classes.step}>
      {texts.grid.atStep({ step: shown })}
      <small>{behind > 0 && texts.grid.behind({ steps: behind })}</small>
    </span>
  );
}
