import { useTexts } from '../../i18n/index.ts';
import classes from './quality.module.css';

interface HeatMapProps {
  /** Counts; rows: asked for, columns: found. */
  readonly table: readonly (readonly number[])[];
  readonly nameOf: (i: number) => string;
  readonly caption: string;
}

/** Above this share, ink on the cell's colour is hard to read. */
const DARK = 0.55;

/** A confusion matrix: each row in shares of what was asked for. */
export function HeatMap({ table, nameOf, caption }: HeatMapProps) {
  const texts = useTexts('quality');
  return (
    <figure className={classes.heat}>
      <figcaption>{caption}</figcaption>
      <table>
        <thead>
          <tr>
            <td />
            {table.map((_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
              <th key={column} scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((counts, row) => {
            const total = Math.max(
              1,
              counts.reduce((sum, count) => sum + count, 0),
            );
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
              <tr key={row}>
                <th scope="row">{nameOf(row)}</th>
                {counts.map((count, column) => {
                  const share = count / total;
                  const percent = Math.round(100 * share);
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
                      key={column}
                      className={classes.cell}
                      title={texts.confusionCell({ wanted: nameOf(row), found: nameOf(column), percent })}
                      data-dark={share > DARK || undefined}
                      style={{ '--share': `${percent}%` } as React.CSSProperties}
                    >
                      {percent > 0 && percent}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}
