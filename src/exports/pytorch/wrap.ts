/** Breaks long lines of Python where its brackets are, as formatters do. */
const WIDTH = 120;
const OPENING = '([{';
const CLOSING = ')]}';

/** What is outside of strings, letter by letter; within them it is blank. */
function bare(line: string): string {
  let quote = '';
  return Array.from(line, (letter, i) => {
    if (quote) {
      if (letter === quote && line[i - 1] !== '\\') quote = '';
      return '_';
    }
    if (letter === '"' || letter === "'") quote = letter;
    return letter;
  }).join('');
}

/** The last bracket of the line that closes at its end, or is followed by no bracket; null if there is none. */
function outermost(code: string): { readonly open: number; readonly close: number } | null {
  const stack: number[] = [];
  let found: { readonly open: number; readonly close: number } | null = null;
  for (const [i, letter] of Array.from(code).entries()) {
    if (OPENING.includes(letter)) stack.push(i);
    if (!CLOSING.includes(letter)) continue;
    const open = stack.pop();
    if (open === undefined) return null;
    if (stack.length === 0 && i - open > (found ? found.close - found.open : 0)) found = { open, close: i };
  }
  return found;
}

/** At commas outside of brackets. */
function items(text: string): readonly string[] {
  const code = bare(text);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, letter] of Array.from(code).entries()) {
    if (OPENING.includes(letter)) depth += 1;
    if (CLOSING.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter(Boolean);
}

function wrapLine(line: string): readonly string[] {
  if (line.length <= WIDTH || /^\s*(#|""")/.test(line)) return [line];
  const bracket = outermost(bare(line));
  if (!bracket) return [line];
  const indent = ' '.repeat(line.search(/\S/));
  const inner = line.slice(bracket.open + 1, bracket.close);
  const whole = `${indent}    ${inner}`;
  const parts = items(inner);
  const body =
    whole.length <= WIDTH || parts.length < 2 ? [whole] : parts.flatMap((part) => wrapLine(`${indent}    ${part},`));
  return [line.slice(0, bracket.open + 1), ...body, indent + line.slice(bracket.close)];
}

/** The same Python in lines that fit, but for comments and docstrings. */
export const wrapped = (text: string): string => text.split('\n').flatMap(wrapLine).join('\n');
