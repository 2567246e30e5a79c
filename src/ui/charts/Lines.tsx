import { Area, Curve, type CurveProps, Line as RechartsLine } from 'recharts';
import { type LinePoint, linePath } from '../../plot/paths.ts';
import type { ValueScale } from '../../plot/scale.ts';
import type { LineStyle, Series } from '../../plot/series.ts';
import type { ChartData } from './rows.ts';
import type { PlotRow } from './StepPlot.tsx';

/** Where a line's band is found in a row. */
const bandOf = (name: string): string => `${name} band`;

/** What Recharts draws the lines from. */
export const plotRows = (series: readonly Series[], { steps, lines }: ChartData, scale: ValueScale): PlotRow[] =>
  steps.map((step, i) => ({
    step,
    ...Object.fromEntries(
      series.flatMap(({ name, band }) => {
        const point = lines[name]?.[i] ?? null;
        const placed = point && scale.place(point.mean);
        return band
          ? [
              [name, placed],
              [bandOf(name), point && [scale.place(point.low), scale.place(point.high)]],
            ]
          : [[name, placed]];
      }),
    ),
  }));

interface LinesProps {
  readonly series: readonly Series[];
  readonly rows: readonly PlotRow[];
}

/** The lines of the means, and behind all of them the bands in which single steps lie. */
export function Lines({ series, rows }: LinesProps) {
  // The whole is drawn over its terms.
  const backwards = series.toReversed();
  // A band over one point has no width, and Recharts would put a dot there.
  const hasWidth = rows.length > 1;
  return (
    <>
      {backwards
        .filter(({ band }) => band && hasWidth)
        .map(({ name, color }) => (
          <Area
            key={name}
            dataKey={bandOf(name)}
            fill={color}
            fillOpacity="var(--band)"
            stroke="none"
            activeDot={false}
            isAnimationActive={false}
            connectNulls
          />
        ))}
      {backwards.map((line) => (
        <ValueLine key={line.name} name={line.name} style={line} rows={rows} />
      ))}
    </>
  );
}

/** A line through what the rows have under a name, or a dot where that is one point: a line of one cannot be seen. */
export function ValueLine({
  name,
  style: { color, width, opacity, dash },
  rows,
}: {
  readonly name: string;
  readonly style: LineStyle;
  readonly rows: readonly PlotRow[];
}) {
  const isAlone = rows.filter((row) => typeof row[name] === 'number').length === 1;
  return (
    <RechartsLine
      dataKey={name}
      stroke={color}
      strokeWidth={width}
      strokeOpacity={opacity}
      {...(dash && { strokeDasharray: dash })}
      // At the end of the axis it would be cut in half.
      dot={isAlone && { r: width + 1, fill: color, fillOpacity: opacity, stroke: 'none', clipDot: false }}
      activeDot={false}
      isAnimationActive={false}
      shape={Unmeasured}
      connectNulls
    />
  );
}

/** Given a reference to its path, Recharts measures the path's length at every drawing, for an animation it never has. */
const Unmeasured = ({ pathRef: _, ...curve }: CurveProps) => <Curve {...curve} />;

/** A line through points that are not of the rows, or a dot. */
export function LooseLine({
  color,
  width,
  opacity,
  dash,
  points,
}: LineStyle & { readonly points: readonly LinePoint[] }) {
  const [first, second] = points;
  if (first && !second) return <circle cx={first.x ?? 0} cy={first.y ?? 0} r={width + 1} fill={color} />;
  return (
    <path
      d={linePath(points)}
      fill="none"
      stroke={color}
      strokeWidth={width}
      strokeOpacity={opacity}
      strokeDasharray={dash}
      strokeLinejoin="round"
    />
  );
}
