import { useTranslation } from 'react-i18next';
import { formatShort, formatWhole } from '../format.ts';
import classes from './charts.module.css';
import { Swatch } from './Legend.tsx';
import type { Row } from './rows.ts';
import type { Series } from './series.ts';

interface CursorCardProps {
  readonly series: readonly Series[];
  /** Handed in by Recharts. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Row }[];
}

/** The values at the cursor. */
export function CursorCard({ series, active, payload }: CursorCardProps) {
  const { t } = useTranslation();
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <div className={classes.card}>
      <span>
        {t('chart.step')} {formatWhole(row.step)}
      </span>
      {series.map((line) => (
        <span key={line.name}>
          <Swatch {...line} />
          {t(`chart.series.${line.name}`)} <b>{formatShort(row[line.name] ?? null)}</b>
        </span>
      ))}
    </div>
  );
}
