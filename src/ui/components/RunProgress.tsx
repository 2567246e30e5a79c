import { useTranslation } from 'react-i18next';
import { formatWhole } from '../format.ts';
import { usePage } from '../playground.ts';
import classes from './TransportBar.module.css';

/** Step, epoch, and how much of the digits has arrived while they are still coming. */
export function RunProgress() {
  const { t } = useTranslation();
  const step = usePage((state) => state.step);
  const epoch = usePage((state) => state.epoch);
  const percent = usePage((state) => Math.floor(state.epochProgress * 100));
  const data = usePage((state) => state.dataLoaded);
  return (
    <div className={classes.progress}>
      <span className={classes.step}>
        {t('transport.step')} <b>{formatWhole(step)}</b>
      </span>
      <span className={classes.epoch}>
        <span>
          {t('transport.epoch')} <b>{epoch}</b>
        </span>
        <span
          className={classes.track}
          role="progressbar"
          aria-label={t('transport.progress')}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span className={classes.fill} style={{ display: 'block', transform: `scaleX(${percent / 100})` }} />
        </span>
      </span>
      {data && data.loaded < data.total && (
        <span title={t('transport.data')}>
          ↓ {formatWhole(data.loaded)} / {formatWhole(data.total)}
        </span>
      )}
    </div>
  );
}
