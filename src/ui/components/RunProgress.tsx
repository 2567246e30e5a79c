import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { useGroup } from '../playground.ts';
import classes from './TransportBar.module.css';

/** Step and epoch. */
export function RunProgress() {
  const texts = useTexts();
  const step = useGroup((state) => state.step);
  const epoch = useGroup((state) => state.epoch);
  const percent = useGroup((state) => Math.floor(state.epochProgress * 100));
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
    </div>
  );
}
