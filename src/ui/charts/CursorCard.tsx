import { Fragment } from 'react';
import { useTexts } from '../../i18n/index.ts';
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

/** The values at the cursor: of one step, or the means of several and what they range over. */
export function CursorCard({ series, active, payload }: CursorCardProps) {
  const texts = useTexts();
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <div className={classes.card}>
      <p>
        {row.first === row.last
          ? `${texts.chart.step} ${formatWhole(row.first)}`
          : `${texts.chart.steps} ${formatWhole(row.first)}–${formatWhole(row.last)}`}
      </p>
      {series.map((line) => {
        const value = row[line.name];
        return (
          <Fragment key={line.name}>
            <span>
              <Swatch {...line} />
              {texts.chart.series[line.name]}
            </span>
            <b>{formatShort(value?.mean ?? null)}</b>
            <span>{value && value.low < value.high && `${formatShort(value.low)} … ${formatShort(value.high)}`}</span>
          </Fragment>
        );
      })}
    </div>
  );
}
