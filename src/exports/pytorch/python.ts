/** Text of Python files. */

/** What may stand in a template: text, lines, or nothing, which takes a line of its own with it. */
export type Part = string | number | false | null | undefined | readonly string[];

const MARK = /\0(\d+)\0/g;
const ALONE = /^( *)\0(\d+)\0$/;

const textOf = (part: Part): string => {
  if (part === false || part === null || part === undefined) return '';
  return typeof part === 'object' ? part.join('\n') : String(part);
};

/**
 * A template whose lines are Python's: taken literally, without the indentation that all of them share. A part that
 * stands alone on its line may have several lines, which are indented like it, or none.
 */
export function python({ raw }: TemplateStringsArray, ...parts: readonly Part[]): string {
  const marked = raw.reduce((text, next, i) => `${text}\0${i - 1}\0${next}`).split('\n');
  const indents = marked.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  const lines = marked.flatMap((line) => {
    const own = line.slice(indent).trimEnd();
    const [, before = '', at] = ALONE.exec(own) ?? [];
    if (at === undefined) return [own.replace(MARK, (_, i) => textOf(parts[Number(i)]))];
    const text = textOf(parts[Number(at)]);
    return text === '' ? [] : text.split('\n').map((inner) => (inner ? before + inner : ''));
  });
  return lines
    .join('\n')
    .replace(/\n{3,}(?= )/g, '\n\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

/** A list as in a call: what is not there is left out. */
export const list = (...parts: readonly Part[]): string => parts.map(textOf).filter(Boolean).join(', ');

/** In a few digits, without what rounding has left. */
export const number = (value: number): string => String(Number(value.toPrecision(12)));

export const tuple = (values: readonly number[]): string =>
  values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;

/** Words in lines of at most so many letters, paragraph by paragraph; what is indented stays as it is. */
export const filled = (text: string, width = 116): string =>
  text
    .split('\n\n')
    .map((paragraph) => (/^(?: {4}|#)/m.test(paragraph) ? paragraph : fill(paragraph, width)))
    .join('\n\n');

function fill(paragraph: string, width: number): string {
  const lines = [''];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join('\n');
}

/** A name from anywhere, so that it may stand in a comment or a docstring. */
export const named = (text: string): string => text.replace(/[\p{Cc}"\\`]/gu, ' ').trim();

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `one update`, `five updates` */
export const counted = (count: number, what: string): string =>
  `${COUNTS[count] ?? count} ${what}${count === 1 ? '' : 's'}`;
