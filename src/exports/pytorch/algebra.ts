/** The algebra of losses in Python's notation: what a loss does with numbers comes out as an expression. */
import type { Algebra, Operand, Value } from '../../gan/algebra.ts';
import { number } from './python.ts';

/** How tightly the outermost operation binds. */
const TIGHT = { sum: 1, product: 2, sign: 3, whole: 4 } as const;

interface Expression extends Value {
  readonly text: string;
  readonly tight: number;
}

/** Stands for the number of examples: no loss has such a number of its own, and multiples of it are exact. */
const EXAMPLES = 1_000_003 * 2 ** 20;
const SHAPE = [EXAMPLES, 1];

/** A variable. */
export const variable = (name: string): Value => ({ shape: SHAPE, text: name, tight: TIGHT.whole }) as Expression;

const expression = (text: string, tight: number = TIGHT.whole): Value => ({ shape: SHAPE, text, tight }) as Expression;

export const textOf = (value: Value): string => (value as Expression).text;
/** So that a dot may follow. */
export const wholeOf = (value: Value): string => within(value, TIGHT.whole);

function written(operand: Operand): Pick<Expression, 'text' | 'tight'> {
  if (typeof operand !== 'number') return operand as Expression;
  return { text: number(operand), tight: operand < 0 ? TIGHT.sign : TIGHT.whole };
}

/** In brackets unless it binds at least so tightly. */
function within(operand: Operand, tight: number): string {
  const { text, tight: own } = written(operand);
  return own >= tight ? text : `(${text})`;
}

const called = (name: string, x: Value): Value => expression(`${name}(${textOf(x)})`);
const method = (x: Value, name: string, ...values: readonly string[]): Value =>
  expression(`${within(x, TIGHT.whole)}.${name}(${values.join(', ')})`);

const ZERO = expression('0');

/** @param examples of what `len` is the number of examples, for a loss that divides by it */
export const pythonAlgebra = (examples: string): Algebra => {
  const divisor = (by: number): string => {
    if (by % EXAMPLES !== 0) return number(by);
    const times = by / EXAMPLES;
    return times === 1 ? `len(${examples})` : `(${number(times)} * len(${examples}))`;
  };
  return {
    add(a, b) {
      if (written(b).text === '0') return expression(within(a, 0), written(a).tight);
      return expression(`${within(a, TIGHT.sum)} + ${within(b, TIGHT.sum)}`, TIGHT.sum);
    },
    sub(a, b) {
      if (written(b).text === '0') return expression(within(a, 0), written(a).tight);
      if (typeof b === 'number' && b < 0) return expression(`${within(a, TIGHT.sum)} + ${number(-b)}`, TIGHT.sum);
      return expression(`${within(a, TIGHT.sum)} - ${within(b, TIGHT.product)}`, TIGHT.sum);
    },
    mul(a, b) {
      const [known, other] = typeof b === 'number' ? [b, a] : [a, b];
      if (known === 0) return ZERO;
      if (known === 1) return expression(within(other, 0), written(other).tight);
      return expression(`${within(known, TIGHT.product)} * ${within(other, TIGHT.product)}`, TIGHT.product);
    },
    div: (a, b) => expression(`${within(a, TIGHT.product)} / ${divisor(b)}`, TIGHT.product),
    neg: (x) => expression(`-${within(x, TIGHT.sign)}`, TIGHT.sign),
    square: (x) => method(x, 'square'),
    log: (x) => method(x, 'log'),
    relu: (x) => called('F.relu', x),
    sigmoid: (x) => called('torch.sigmoid', x),
    softplus: (x) => called('F.softplus', x),
    clip: (x, low, high) => method(x, 'clamp', number(low), number(high)),
    mean: (x) => method(x, 'mean'),
    sum: (x) => method(x, 'sum'),
  };
};
