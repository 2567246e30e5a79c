import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { bandPath, linePath } from '../charts/paths.ts';
import type { ScoreRow } from './scoreRows.ts';

/** Behind the line: the intervals as a band, or as a bar where there is one value, and the floor across the chart. */
export function FloorAndBand({ rows }: { readonly rows: readonly ScoreRow[] }) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  const [first] = rows;
  const last = rows.at(-1);
  if (!toX || !toY || !area || !first || !last) return null;
  const bottom = area.y + area.height;
  const within = (y: number | undefined): number => Math.min(bottom, Math.max(area.y, y ?? bottom));
  const band = rows.map(({ step, low, high }) => ({
    x: toX(step) ?? 0,
    low: within(toY(low)),
    high: within(toY(high)),
  }));
  const heights = rows.map(({ step, floor }) => ({
    x: toX(step) ?? null,
    y: Number.isFinite(floor) ? within(toY(floor)) : null,
  }));
  const floor = [
    { x: area.x, y: heights[0]?.y ?? null },
    ...heights,
    { x: area.x + area.width, y: heights.at(-1)?.y ?? null },
  ];
  return (
    <g>
      {rows.length > 1 ? (
        <path d={bandPath(band)} fill="var(--g)" fillOpacity="var(--band)" />
      ) : (
        <path
          d={`M${band[0]?.x},${band[0]?.low}V${band[0]?.high}`}
          stroke="var(--g)"
          strokeOpacity="var(--band)"
          strokeWidth={7}
        />
      )}
      <path d={linePath(floor)} fill="none" stroke="var(--ink-soft)" strokeDasharray="5 4" data-floor />
    </g>
  );
}
