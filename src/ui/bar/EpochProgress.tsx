import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { useGroup } from '../playground.ts';
import classes from './bar.module.css';

/** How often the data has been seen, and how far it has got this time. */
export function EpochProgress() {
  const texts = useTexts();
  const epoch = useGroup((state) => state.epoch);
  const percent = useGroup((state) => Math.floor(state.epochProgress * 100));
  return (
    <span className={classes.epoch}>
      <b>{formatWhole(epoch)}</b>
      <span
        className={classes.track}
        role="progressbar"
        aria-label={texts.transport.progress}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ transform: `scaleX(${percent / 100})` }} />
      </span>
    </span>
  );
}
