import { useTexts } from '../../i18n/index.ts';
import { formatTick, valueTicks } from '../../plot/ticks.ts';
import { formatShort } from '../format.ts';
import classes from './step.module.css';

interface ScoreStripProps {
  /** Rows of values, one above the other. */
  readonly rows: readonly { readonly of: 'real' | 'generated'; readonly name: string; readonly values: Float32Array }[];
  /** Where a line stands: the target of a norm. */
  readonly mark?: { readonly at: number; readonly label: string } | undefined;
  /** In [0, 1] whatever the values are. */
  readonly unit?: boolean;
}

const [WIDTH, ROW, LEFT] = [340, 20, 4];

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Values one by one along a line: real ones as ticks upwards, generated ones as dots. */
export function ScoreStrip({ rows, mark, unit = false }: ScoreStripProps) {
  const texts = useTexts('understand').lines;
  const all = rows.flatMap(({ values }) => [...values]);
  const ends = [...all, ...(mark ? [mark.at] : [])];
  const ticks = unit ? [0, 0.5, 1] : valueTicks(Math.min(...ends), Math.max(...ends));
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  const place = (value: number): number =>
    Math.round(10 * (LEFT + ((value - low) / (high - low || 1)) * (WIDTH - 2 * LEFT))) / 10;
  const height = ROW * rows.length;
  return (
    <div className={classes.strip}>
      <ul>
        {rows.map(({ of, name, values }) => (
          <li key={of} data-of={of}>
            {name} <b>{texts.mean({ mean: meanOf(values) })}</b>
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${height + 16}`} aria-hidden="true">
        {mark && <line x1={place(mark.at)} x2={place(mark.at)} y1={0} y2={height} className={classes.mark} />}
        {rows.map(({ of, values }, i) => (
          <path
            key={of}
            data-of={of}
            d={[...values]
              .map((value) =>
                of === 'real' ? `M${place(value)} ${i * ROW + 3}v13` : `M${place(value)} ${i * ROW + 10}h0`,
              )
              .join('')}
          />
        ))}
        <line x1={LEFT} x2={WIDTH - LEFT} y1={height + 1} y2={height + 1} className={classes.axis} />
        {ticks.map((tick, i) => (
          <text
            key={tick}
            x={place(tick)}
            y={height + 13}
            textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
          >
            {formatTick(tick)}
          </text>
        ))}
      </svg>
      {mark && <span className={classes.markLabel}>{`${mark.label} = ${formatShort(mark.at)}`}</span>}
    </div>
  );
}
