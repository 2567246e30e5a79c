/** The table of SGAN's accuracies in docs/results.md. */
import type { Result } from './experiment.ts';

/** Odena 2016, table 1. */
const PAPER: Readonly<Record<string, readonly [sgan: string, cnn: string]>> = {
  '25': ['.802', '.750'],
  '50': ['.883', '.859'],
  '100': ['.928', '.895'],
  '1000': ['.964', '.965'],
};
const ORDER = ['20', '25', '50', '100', '1000', 'all'];
const BEGIN = '<!-- sgan: npm run results:sgan -->';
const END = '<!-- end of sgan -->';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean ± standard deviation over seeds (n − 1), as `.928 ± .004`. */
export function spread(values: readonly number[]): string {
  const text = (value: number) => value.toFixed(3).replace(/^0/, '');
  if (values.length === 0) return '–';
  if (values.length === 1) return text(values[0] as number);
  const centre = mean(values);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
  return `${text(centre)} ± ${text(deviation)}`;
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
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

/** Puts the table in the place of an older one, or at the end. */
export function insertTable(text: string, table: string): string {
  const part = `${BEGIN}\n${table}\n${END}`;
  const from = text.indexOf(BEGIN);
  if (from < 0) return `${text}\n${part}\n`;
  return text.slice(0, from) + part + text.slice(text.indexOf(END) + END.length);
}
