import { useTexts } from '../../i18n/index.ts';
import type { LineStyle, Series } from '../../plot/series.ts';
import { formatShort } from '../format.ts';
import { useMember } from '../playground.ts';
import { BESIDE, type Beside } from './BesideCurve.tsx';
import classes from './charts.module.css';
import { readingAt, rowAt } from './cursor.ts';
import { MARK_DASH, type Mark } from './Mark.tsx';
import { Swatch } from './Swatch.tsx';
import { useReadStep } from './useReadStep.ts';

interface LegendProps {
  readonly series: readonly Series[];
  readonly mark: Mark | null;
  readonly beside: Beside | null;
  /** Pixels that a line's name and reading take at least. */
  readonly cell: number;
}

const MARK: LineStyle = { color: 'var(--ink-soft)', width: 1.25, opacity: 1, dash: MARK_DASH };

/** Names the lines, each with its newest value, or with what was measured at the step that is read. */
export function Legend({ series, mark, beside, cell }: LegendProps) {
  const texts = useTexts();
  const { history } = useMember();
  const cursor = useReadStep();
  const step = cursor ?? Number.POSITIVE_INFINITY;
  const other =
    beside?.points[
      rowAt(
        beside.points.map((point) => point.step),
        step,
      )
    ];
  return (
    <ul
      className={classes.legend}
      data-one={series.length === 1 || undefined}
      style={{ '--cell': `${cell}px` } as React.CSSProperties}
    >
      {series.map((line) => {
        const reading = readingAt(history, line.name, step);
        return (
          <li key={line.name}>
            <Swatch {...line} />
            {texts.chart.series[line.name]} <Value value={reading?.value ?? null} at={reading?.step} cursor={cursor} />
          </li>
        );
      })}
      {beside && (
        <li>
          <Swatch {...BESIDE} />
          {beside.label} <Value value={other?.value ?? null} at={other?.step} cursor={cursor} />
        </li>
      )}
      {mark && (
        <li>
          <MarkKey {...mark} />
        </li>
      )}
    </ul>
  );
}

/** What a dashed line across the chart says. */
export const MarkKey = ({ label }: Mark) => (
  <>
    <Swatch {...MARK} />
    {label}
  </>
);

interface ValueProps {
  readonly value: number | null;
  /** The step that it is of. */
  readonly at: number | undefined;
  readonly cursor: number | null;
}

/** A value, with its step where that is not the one under the cursor. */
function Value({ value, at, cursor }: ValueProps) {
  const texts = useTexts();
  return (
    <>
      <b>{formatShort(value)}</b>
      {cursor !== null && at !== undefined && at !== cursor && <i>{texts.chart.atStep({ step: at })}</i>}
    </>
  );
}
