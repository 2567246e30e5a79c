import { useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import { BESIDE_STROKE, type Beside } from './BesideCurve.tsx';
import classes from './charts.module.css';
import type { ChartData } from './rows.ts';
import type { Series } from './series.ts';

interface LegendProps {
  readonly series: readonly Series[];
  readonly latest: ChartData['latest'];
  readonly beside: Beside | null;
}

/** Names the lines, each with its newest value. */
export function Legend({ series, latest, beside }: LegendProps) {
  const texts = useTexts();
  return (
    <ul className={classes.legend}>
      {series.map((line) => (
        <li key={line.name}>
          <Swatch {...line} />
          {texts.chart.series[line.name]} <b>{formatShort(latest[line.name] ?? null)}</b>
        </li>
      ))}
      {beside && (
        <li>
          <svg width="16" height="6" aria-hidden="true">
            <line x1="0" x2="16" y1="3" y2="3" {...BESIDE_STROKE} />
          </svg>
          {beside.label} <b>{formatShort(beside.points.at(-1)?.value ?? null)}</b>
        </li>
      )}
    </ul>
  );
}

/** A piece of the line itself. */
export function Swatch({ color, width, opacity, dash }: Series) {
  return (
    <svg width="16" height="6" aria-hidden="true">
      <line
        x1="0"
        x2="16"
        y1="3"
        y2="3"
        stroke={color}
        strokeWidth={width + 0.5}
        strokeOpacity={opacity}
        strokeDasharray={dash}
      />
    </svg>
  );
}
