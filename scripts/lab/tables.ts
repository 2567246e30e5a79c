/** Tables in Markdown, made by scripts, between two comments that name them. */

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const markdownTable = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map(row).join('\n');

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of the sample (n − 1); NaN for less than two values. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/** Puts a table in the place of an older one of that name, or at the end. */
export function insertTable(text: string, name: string, command: string, table: string): string {
  const begin = `<!-- ${name}: ${command} -->`;
  const end = `<!-- end of ${name} -->`;
  const part = `${begin}\n${table}\n${end}`;
  const from = text.indexOf(begin);
  if (from < 0) return `${text}\n${part}\n`;
  return text.slice(0, from) + part + text.slice(text.indexOf(end) + end.length);
}
