/** Formulas of one line as numbers: what they say is computed sign by sign, by nothing that computes the losses. */

/** One number, or one for each example. */
type Numbers = readonly number[];

const each = (work: (...numbers: number[]) => number, ...args: readonly Numbers[]): Numbers => {
  const length = Math.max(...args.map((arg) => arg.length));
  return Array.from({ length }, (_, i) => work(...args.map((arg) => arg[arg.length === 1 ? 0 : i] as number)));
};
const mean = (numbers: Numbers): Numbers => [numbers.reduce((sum, one) => sum + one, 0) / numbers.length];

/** Functions of what stands behind them, in brackets or by itself. */
const FUNCTIONS: Readonly<Record<string, (...args: readonly Numbers[]) => Numbers>> = {
  log: (x) => each(Math.log, x as Numbers),
  σ: (x) => each((l) => 1 / (1 + Math.exp(-l)), x as Numbers),
  max: (...args) => each(Math.max, ...args),
  E: (x) => mean(x as Numbers),
};

/**
 * The value of a formula.
 *
 * @param letters what its letters stand for
 * @throws Error where it has a sign that is not known here
 */
export function evaluated(formula: string, letters: Readonly<Record<string, Numbers>>): number {
  const signs = formula.match(/log|max|\d+(?:\.\d+)?|[^\s]/gu) ?? [];
  let at = 0;
  const next = (): string | undefined => signs[at];
  const take = (): string => signs[at++] ?? '';
  const expect = (sign: string): void => {
    if (take() !== sign) throw new Error(`A ${sign} is missing in ${formula}`);
  };

  function sum(): Numbers {
    const isNegative = next() === '−';
    if (isNegative) take();
    let value = each((x) => (isNegative ? -x : x), product());
    while (next() === '+' || next() === '−') {
      const sign = take() === '+' ? 1 : -1;
      value = each((a, b) => a + sign * b, value, product());
    }
    return value;
  }
  /** Factors stand side by side. */
  function product(): Numbers {
    let value = factor();
    while (next() !== undefined && !/^[+−)\],]$/.test(next() as string)) value = each((a, b) => a * b, value, factor());
    return value;
  }
  function factor(): Numbers {
    const value = atom();
    if (next() !== '²') return value;
    take();
    return each((x) => x * x, value);
  }
  function atom(): Numbers {
    const sign = take();
    if (sign === '½') return [0.5];
    if (/^\d/.test(sign)) return [Number(sign)];
    if (sign === '(' || sign === '[') {
      const value = sum();
      expect(sign === '(' ? ')' : ']');
      return value;
    }
    const known = FUNCTIONS[sign];
    if (known) return known(...(next() === '(' ? list() : [factor()]));
    const letter = letters[sign];
    if (!letter) throw new Error(`${sign} stands for nothing in ${formula}`);
    return letter;
  }
  function list(): readonly Numbers[] {
    expect('(');
    const args = [sum()];
    while (next() === ',') {
      take();
      args.push(sum());
    }
    expect(')');
    return args;
  }

  const [value, another] = sum();
  if (value === undefined || another !== undefined) throw new Error(`${formula} is no number`);
  if (next() !== undefined) throw new Error(`${next()} is left over of ${formula}`);
  return value;
}
