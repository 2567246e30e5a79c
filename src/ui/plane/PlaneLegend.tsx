import { Switch, useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cssColour, DARK, LIGHT } from './palette.ts';
import classes from './plane.module.css';

interface PlaneLegendProps {
  readonly arrows: boolean;
  onArrows(show: boolean): void;
}

/** What the colours and points mean, and the switch for the arrows. */
export function PlaneLegend({ arrows, onArrows }: PlaneLegendProps) {
  const { t } = useTranslation();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const { bands, real, generated } = dark ? DARK : LIGHT;
  const stops = bands.flatMap((band, i) =>
    [i, i + 1].map((edge) => `${cssColour(band)} ${(100 * edge) / bands.length}%`),
  );
  return (
    <div className={classes.legend}>
      <span className={classes.scale}>
        {t('plane.low')} <i style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }} /> {t('plane.high')}
      </span>
      <span>
        <b className={classes.dot} style={{ background: cssColour(real) }} /> {t('plane.real')}
      </span>
      <span>
        <b className={classes.dot} style={{ background: cssColour(generated) }} /> {t('plane.generated')}
      </span>
      <Switch
        size="xs"
        labelPosition="left"
        label={t('plane.arrows')}
        title={t('plane.arrowsHint')}
        checked={arrows}
        onChange={(event) => onArrows(event.currentTarget.checked)}
      />
    </div>
  );
}
