import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import type { Series } from '../../plot/series.ts';
import { formatShort, formatWhole } from '../format.ts';
import { useMember } from '../playground.ts';
import buttonClasses from '../show/FullButton.module.css';
import classes from './charts.module.css';
import type { ChartData } from './rows.ts';
import { type TableRow, trendOf } from './table.ts';

interface TableButtonProps {
  readonly title: string;
  readonly open: boolean;
  onToggle(): void;
}

/** In a chart's head: the same as numbers, and back. */
export function TableButton({ title, open, onToggle }: TableButtonProps) {
  const texts = useTexts();
  const label = (open ? texts.chart.asLines : texts.chart.asTable)({ title });
  const Icon = open ? IconChartLine : IconTable;
  return (
    <button
      type="button"
      className={buttonClasses.button}
      data-on={open || undefined}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}

interface ChartTableProps {
  readonly title: string;
  /** What the values of a row are, in their order. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** As it was when it was opened: nothing changes under the eyes of who reads it. */
export function ChartTable({ title, columns, rows }: ChartTableProps) {
  const texts = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section className={classes.table} tabIndex={0} aria-label={texts.chart.table({ title })}>
      <table>
        <caption>{rows.length > 0 ? texts.chart.tableOf({ count: rows.length }) : texts.chart.empty}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.chart.step}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, values }) => (
            <tr key={step}>
              <th scope="row">{formatWhole(step)}</th>
              {columns.map((name, i) => (
                <td key={name}>{formatShort(values[i] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SentenceProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly data: ChartData;
}

/** What the chart shows now, for those who do not see it. It is not announced: it is there when somebody reads. */
export function ChartSentence({ title, series, data: { lines, lastStep } }: SentenceProps) {
  const texts = useTexts();
  const { history } = useMember();
  const said = series.flatMap(({ name }) => {
    const points = (lines[name] ?? []).flatMap((point) => (point ? [point.mean] : []));
    const newest = history.column(name).findLast((value) => !Number.isNaN(value));
    if (newest === undefined) return [];
    const trend = trendOf(points);
    const values = { name: texts.chart.series[name], value: formatShort(newest) };
    return [trend ? texts.chart.trend[trend](values) : texts.chart.newest(values)];
  });
  return (
    <p className="visually-hidden">
      {said.length > 0
        ? texts.chart.sentence({ title, step: lastStep, values: said.join(texts.chart.and) })
        : `${title}: ${texts.chart.empty}.`}
    </p>
  );
}
