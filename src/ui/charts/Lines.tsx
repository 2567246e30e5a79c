import type { Frame } from './frame.ts';
import { bandPath, type LinePoint, linePath } from './paths.ts';
import type { ChartData } from './rows.ts';
import type { LineStyle, Series } from './series.ts';

interface LinesProps {
  readonly series: readonly Series[];
  readonly data: Pick<ChartData, 'steps' | 'lines'>;
  readonly frame: Frame;
}

/** The lines of the means, and behind all of them the bands in which single steps lie. */
export function Lines({ series, data: { steps, lines }, frame }: LinesProps) {
  const drawn = series.map((line) => {
    const points = (lines[line.name] ?? []).flatMap((summary, i) =>
      summary ? [{ x: frame.x(steps[i] as number), summary }] : [],
    );
    return { line, points };
  });
  // The whole is drawn over its terms.
  const backwards = drawn.toReversed();
  return (
    <>
      {backwards
        .filter(({ line }) => line.band)
        .map(({ line, points }) => (
          <path
            key={line.name}
            d={bandPath(
              points.map(({ x, summary }) => ({ x, low: frame.y(summary.low), high: frame.y(summary.high) })),
            )}
            fill={line.color}
            fillOpacity="var(--band)"
          />
        ))}
      {backwards.map(({ line, points }) => (
        <Line key={line.name} {...line} points={points.map(({ x, summary }) => ({ x, y: frame.y(summary.mean) }))} />
      ))}
    </>
  );
}

/** A line through the points, or a dot where there is one alone: a line of one point cannot be seen. */
export function Line({ color, width, opacity, dash, points }: LineStyle & { readonly points: readonly LinePoint[] }) {
  const known = points.filter((point): point is { x: number; y: number } => point.x !== null && point.y !== null);
  const [first] = known;
  if (!first) return null;
  if (known.length === 1) return <circle cx={first.x} cy={first.y} r={width + 1} fill={color} fillOpacity={opacity} />;
  return (
    <path
      d={linePath(known)}
      fill="none"
      stroke={color}
      strokeWidth={width}
      strokeOpacity={opacity}
      strokeDasharray={dash}
      strokeLinejoin="round"
      data-line
    />
  );
}
