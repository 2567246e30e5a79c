import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { usePage } from '../playground.ts';
import classes from './TransportBar.module.css';

/** Step, epoch, and how much of the digits has arrived while they are still coming. */
export function RunProgress() {
  const texts = useTexts();
  const step = usePage((state) => state.step);
  const epoch = usePage((state) => state.epoch);
  const percent = usePage((state) => Math.floor(state.epochProgress * 100));
  const data = usePage((state) => state.dataLoaded);
  return (
    <div className={classes.progress}>
      <span className={classes.step}>
        {texts.transport.step} <b>{formatWhole(step)}</b>
      </span>
      <span className={classes.epoch}>
        <span>
          {texts.transport.epoch} <b>{epoch}</b>
        </span>
        <span
          className={classes.track}
          role="progressbar"
          aria-label={texts.transport.progress}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span className={classes.fill} style={{ display: 'block', transform: `scaleX(${percent / 100})` }} />
        </span>
      </span>
      {data && data.loaded < data.total && (
        <span title={texts.transport.data}>
          ↓ {formatWhole(data.loaded)} / {formatWhole(data.total)}
        </span>
      )}
    </div>
  );
}
