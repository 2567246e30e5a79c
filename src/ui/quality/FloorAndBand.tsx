import type { Frame } from '../../plot/frame.ts';
import { bandPath, linePath } from '../../plot/paths.ts';
import type { ScoreRow } from './scoreRows.ts';

interface FloorAndBandProps {
  readonly rows: readonly ScoreRow[];
  readonly frame: Frame;
}

/**
 * Behind the line: the intervals as a band, or as a bar where there is one value, and across the chart what real
 * examples get.
 */
export function FloorAndBand({ rows, frame }: FloorAndBandProps) {
  const [first] = rows;
  if (!first) return null;
  const within = (value: number): number => Math.min(frame.bottom, Math.max(frame.top, frame.y(value)));
  const band = rows.map(({ step, low, high }) => ({ x: frame.x(step), low: within(low), high: within(high) }));
  const heights = rows.map(({ step, floor }) => ({
    x: frame.x(step),
    y: Number.isFinite(floor) ? within(floor) : null,
  }));
  const floor = [
    { x: frame.left, y: heights[0]?.y ?? null },
    ...heights,
    { x: frame.right, y: heights.at(-1)?.y ?? null },
  ];
  return (
    <>
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
    </>
  );
}
