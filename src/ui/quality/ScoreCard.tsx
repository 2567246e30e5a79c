import { useTexts } from '../../i18n/index.ts';
import charts from '../charts/charts.module.css';
import { formatShort, formatWhole } from '../format.ts';
import type { ScoreRow } from './scoreRows.ts';

interface ScoreCardProps {
  /** Handed in by Recharts. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: ScoreRow }[];
}

/** What was measured at the cursor. */
export function ScoreCard({ active, payload }: ScoreCardProps) {
  const texts = useTexts();
  const q = useTexts('quality');
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const lines = [
    [q.value, formatShort(row.value)],
    [q.interval, `${formatShort(row.low)} … ${formatShort(row.high)}`],
    [q.floorName, formatShort(row.floor)],
  ];
  return (
    <div className={charts.card}>
      <p>
        {texts.chart.step} {formatWhole(row.step)}, {q.measuredOn({ samples: row.samples })}
      </p>
      {lines.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <span>{name}</span>
          <b>{value}</b>
          <span />
        </div>
      ))}
    </div>
  );
}
