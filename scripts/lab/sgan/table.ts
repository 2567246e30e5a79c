/** The table of SGAN's accuracies in docs/results.md. */
import { deviation, markdownTable, mean } from '../tables.ts';
import type { Result } from './experiment.ts';

/** Odena 2016, table 1. */
const PAPER: Readonly<Record<string, readonly [sgan: string, cnn: string]>> = {
  '25': ['.802', '.750'],
  '50': ['.883', '.859'],
  '100': ['.928', '.895'],
  '1000': ['.964', '.965'],
};
const ORDER = ['20', '25', '50', '100', '1000', 'all'];

/** Mean ± standard deviation over seeds (n − 1), as `.928 ± .004`. */
export function spread(values: readonly number[]): string {
  const text = (value: number) => value.toFixed(3).replace(/^0/, '');
  if (values.length === 0) return '–';
  if (values.length === 1) return text(values[0] as number);
  return `${text(mean(values))} ± ${text(deviation(values))}`;
}

function cellsOf(results: readonly Result[]): string[] {
  const [first] = results;
  if (!first) return ['–', '–', '–'];
  const steps = [...new Set(results.map((result) => result.steps))].join(', ');
  const minutes = mean(results.map(({ seconds }) => seconds)) / 60;
  return [
    spread(results.map(({ last }) => last.test)),
    spread(results.map(({ best }) => best.test)),
    `${steps} · ${results.length} · ${minutes.toFixed(1)} min`,
  ];
}

/** One line for each number of labels. */
export function tableOf(results: readonly Result[]): string {
  const head = [
    'labels',
    'SGAN, last',
    'SGAN, chosen',
    'steps · seeds · time',
    'labels alone, last',
    'labels alone, chosen',
    'steps · seeds · time',
    'paper: SGAN / CNN',
  ];
  const lines = ORDER.filter((labels) => results.some((result) => result.labels === labels)).map((labels) => {
    const of = (baseline: boolean) => results.filter((r) => r.labels === labels && r.baseline === baseline);
    return [labels, ...cellsOf(of(false)), ...cellsOf(of(true)), PAPER[labels]?.join(' / ') ?? '–'];
  });
  return markdownTable(head, lines);
}
