/** One chart over the steps, as the page draws it, in light colours. */
import type { ScalarName } from '../../core/scalars.ts';
import { type Formats, formatsOf } from '../../i18n/format.ts';
import { frameOf, type Size } from '../../plot/frame.ts';
import { bandPath, linePath } from '../../plot/paths.ts';
import { linearScale } from '../../plot/scale.ts';
import type { Series } from '../../plot/series.ts';
import { bucketsOf, summarise } from '../../plot/summarise.ts';
import { formatTicks, stepTicks, valueTicks } from '../../plot/ticks.ts';
import { valueRange } from '../../plot/valueRange.ts';
import type { RunLog } from '../../record/log.ts';
import type { Mark } from './drawing.ts';

const INK = '#1c1f22';
const SOFT = '#5d6066';
const LINE = '#e5e1d8';
/** Of D and of G, as `page.css` has them. */
const COLOURS: Readonly<Record<string, string>> = { 'var(--d)': '#0a7178', 'var(--g)': '#c2410c' };
const BAND = 0.22;

export interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
  readonly names: Readonly<Record<ScalarName, string>>;
  /** A value that is named, such as the target of a norm. */
  readonly mark: { readonly at: number; readonly label: string } | null;
  /** Fixed marks on the value axis; null for those that fit the data. */
  readonly range: readonly number[] | null;
}

/** Pixels above the plot: title, and the names of the lines. */
const HEAD = 44;
/** Pixels of a line's sample in the legend, and of each letter behind it, about. */
const SWATCH = 22;
const LETTER = 6.4;

function legend({ series, names, mark }: Chart, top: number): readonly Mark[] {
  const marks: Mark[] = [];
  let x = 12;
  const entry = (label: string, style: Pick<Series, 'color' | 'width' | 'opacity' | 'dash'>): void => {
    const { color, width, opacity, dash } = style;
    const d = `M${x},${top - 4}h${SWATCH - 4}`;
    marks.push({ kind: 'path', d, stroke: COLOURS[color] ?? color, width, opacity, ...(dash && { dash }) });
    marks.push({ kind: 'text', x: x + SWATCH, y: top, text: label, size: 11, anchor: 'start', colour: SOFT });
    x += SWATCH + label.length * LETTER + 18;
  };
  for (const line of series) entry(names[line.name], line);
  if (mark) entry(mark.label, { color: SOFT, width: 1, opacity: 1, dash: '2 2' });
  return marks;
}

/** Those of its lines of which something was measured. */
export const measuredOf = ({ series }: Chart, { columns }: RunLog): readonly Series[] =>
  series.filter(({ name }) => columns.get(name)?.some((value) => !Number.isNaN(value)));

/**
 * Of a chart of which something was measured.
 *
 * @param top pixels above it in the drawing
 * @param size of the whole chart, with its title
 */
export function chartMarks(chart: Chart, log: RunLog, top: number, size: Size, language: string): readonly Mark[] {
  const { range, mark } = chart;
  const series = measuredOf(chart, log);
  const { steps } = log;
  const buckets = bucketsOf(steps.length, Math.round(size.width / 2));
  const lines = series.map(({ name }) => {
    const column = log.columns.get(name) as Float32Array;
    return buckets.map((bucket) => summarise(column, bucket));
  });
  const { low, high } = valueRange(lines);
  const scale = linearScale(
    range ?? valueTicks(Math.min(low, mark?.at ?? low), Math.max(high, (mark?.at ?? high) * 1.1)),
  );
  const lastStep = steps.at(-1) ?? 0;
  const frame = frameOf({ width: size.width, height: size.height - HEAD }, scale, lastStep);
  const [above, below] = [top + HEAD + frame.top, top + HEAD + frame.bottom];
  const y = (value: number): number => Math.min(below, Math.max(above, top + HEAD + frame.y(value)));
  const middles = buckets.map(({ start, end }) => ((steps[start] as number) + (steps[end - 1] as number)) / 2);

  const bands = series.flatMap(({ band, color }, i): Mark[] => {
    const points = (lines[i] ?? []).flatMap((point, at) =>
      point ? [{ x: frame.x(middles[at] as number), low: y(point.low), high: y(point.high) }] : [],
    );
    return band && points.length > 1
      ? [{ kind: 'path', d: bandPath(points), fill: COLOURS[color] ?? color, opacity: BAND }]
      : [];
  });
  const drawn = series.map(({ color, width, opacity, dash }, i): Mark => {
    const d = linePath(
      (lines[i] ?? []).map((point, at) => ({ x: frame.x(middles[at] as number), y: point && y(point.mean) })),
    );
    return { kind: 'path', d, stroke: COLOURS[color] ?? color, width, opacity, ...(dash && { dash }) };
  });
  return [
    { kind: 'text', x: 12, y: top + 16, text: chart.title, size: 13, anchor: 'start', colour: INK, bold: true },
    ...legend({ ...chart, series }, top + 36),
    ...axes(scale.ticks, y, frame, below, lastStep, formatsOf(language)),
    ...bands,
    // The whole is drawn over its terms.
    ...drawn.toReversed(),
    ...(mark ? [dashed(frame.left, frame.right, y(mark.at))] : []),
  ];
}

const dashed = (left: number, right: number, y: number): Mark => ({
  ...{ kind: 'path', d: `M${left},${y}H${right}`, stroke: SOFT, width: 1, dash: '2 2' },
});

function axes(
  ticks: readonly number[],
  y: (value: number) => number,
  { left, right, x }: { readonly left: number; readonly right: number; x(step: number): number },
  below: number,
  lastStep: number,
  formats: Formats,
): readonly Mark[] {
  const texts = formatTicks(ticks, formats);
  const steps = stepTicks(lastStep);
  const stepTexts = formatTicks(steps, formats);
  const label = (at: number, line: number, text: string, anchor: 'middle' | 'end'): Mark => ({
    ...{ kind: 'text', x: at, y: line, text, size: 10.5, anchor, colour: SOFT },
  });
  return [
    ...ticks.map((tick): Mark => ({ kind: 'path', d: `M${left},${y(tick)}H${right}`, stroke: LINE, width: 1 })),
    ...ticks.map((tick, i) => label(left - 6, y(tick) + 3.5, texts[i] as string, 'end')),
    ...steps.map((step, i) => label(x(step), below + 14, stepTexts[i] as string, 'middle')),
  ];
}
