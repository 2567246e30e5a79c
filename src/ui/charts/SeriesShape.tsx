import { DefaultZIndexes, useYAxisScale, ZIndexLayer } from 'recharts';
import { type BandPoint, bandPath, type LinePoint, linePath } from './paths.ts';
import type { Row } from './rows.ts';
import type { Series } from './series.ts';

interface SeriesShapeProps {
  readonly series: Series;
  /** These are handed in by Recharts. */
  readonly points?: readonly (LinePoint & { readonly payload?: Row })[];
  readonly clipPath?: string;
}

/**
 * The line of a series' means, and behind all lines the band in which its single steps lie. Recharts' own curve
 * has the browser measure its length at each update, for an animation that is off.
 */
export function SeriesShape({ series, points = [], clipPath }: SeriesShapeProps) {
  return (
    <>
      {series.band && (
        <ZIndexLayer zIndex={DefaultZIndexes.area}>
          <Band series={series} points={points} clipPath={clipPath} />
        </ZIndexLayer>
      )}
      <path
        d={linePath(points)}
        clipPath={clipPath}
        fill="none"
        stroke={series.color}
        strokeWidth={series.width}
        strokeOpacity={series.opacity}
        strokeDasharray={series.dash}
        strokeLinejoin="round"
      />
    </>
  );
}

type BandProps = Required<Pick<SeriesShapeProps, 'series' | 'points'>> & { readonly clipPath: string | undefined };

function Band({ series, points, clipPath }: BandProps) {
  const toPixels = useYAxisScale();
  if (!toPixels) return null;
  const band = points.flatMap(({ x, payload }): BandPoint[] => {
    const summary = payload?.[series.name];
    if (x === null || !summary) return [];
    return [{ x, low: toPixels(summary.low) ?? 0, high: toPixels(summary.high) ?? 0 }];
  });
  return <path d={bandPath(band)} clipPath={clipPath} fill={series.color} fillOpacity="var(--band)" />;
}
