/** Formulas as MathML, made when the page is built: the page has no library for that. */
import temml from 'temml';
import { type Plugin, runnerImport } from 'vite';
import { texOf } from './tex.ts';

/** An element: its name, its attributes if it has any, and what is in it. */
export type MathNode = readonly [tag: string, attributes: Readonly<Record<string, string>> | null, ...MathChild[]];
export type MathChild = MathNode | string;

/** What browsers know by themselves: the dictionary of operators has it. */
const KNOWN: ReadonlySet<string> = new Set(['fence', 'separator']);

function attributesOf(text: string): Readonly<Record<string, string>> | null {
  const all = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name as string, value as string]);
  const own = all.filter(([name]) => !KNOWN.has(name as string));
  return own.length > 0 ? Object.fromEntries(own) : null;
}

const isRow = (node: MathChild): node is MathNode => typeof node !== 'string' && node[0] === 'mrow' && node[1] === null;

/** Without spaces of no width, and without rows of one thing. */
function tidied([tag, attributes, ...inside]: MathNode): MathNode {
  const children = inside
    .filter((child) => typeof child === 'string' || child[0] !== 'mspace' || child[1] !== null)
    .map((child) => (isRow(child) && child.length === 3 ? (child[2] as MathChild) : child));
  return [tag, attributes, ...children];
}

/** Reads what Temml wrote: elements and text, nothing else. */
function parseMath(markup: string): MathNode {
  const open: (string | Record<string, string> | null | MathNode)[][] = [[]];
  for (const [, close, tag, attributes, text] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    const inner = open.at(-1) as MathChild[];
    if (text !== undefined) inner.push(text);
    else if (!close) open.push([tag as string, attributesOf(attributes ?? '')]);
    else {
      const done = tidied(open.pop() as unknown as MathNode);
      (open.at(-1) as MathChild[]).push(done);
    }
  }
  const [root] = open[0] ?? [];
  if (open.length !== 1 || !Array.isArray(root)) throw new Error(`This is no MathML: ${markup}`);
  return root as unknown as MathNode;
}

const textOf = (node: MathChild): string =>
  typeof node === 'string'
    ? node
    : node
        .slice(2)
        .map(textOf as never)
        .join('');

/** What stands beside each other, without the rows that it is grouped by. */
const flat = (node: MathChild): readonly MathChild[] => (isRow(node) ? childrenOf(node).flatMap(flat) : [node]);
const childrenOf = ([, , ...inside]: MathNode): readonly MathChild[] => inside;

/** Signs that a broken line may begin with. */
const BREAKS: ReadonlySet<string> = new Set(['+', '−']);
/** Signs that have room in a line of the narrowest column. */
const MOST_SIGNS = 38;

/** A formula in one line, or in two if it is long: browsers break none. The second begins with a sign. */
function linesOf(root: MathNode): readonly (readonly MathChild[])[] {
  const parts = childrenOf(root).flatMap(flat);
  const signs = parts.map((part) => textOf(part).length);
  const total = signs.reduce((sum, count) => sum + count, 0);
  if (total <= MOST_SIGNS) return [parts];
  let passed = 0;
  let best = { at: 0, off: Number.POSITIVE_INFINITY };
  for (const [at, part] of parts.entries()) {
    const off = Math.abs(passed - total / 2);
    if (Array.isArray(part) && part[0] === 'mo' && BREAKS.has(textOf(part)) && off < best.off) best = { at, off };
    passed += signs[at] as number;
  }
  if (best.at === 0) return [parts];
  const sign: MathNode = ['mo', { form: 'infix' }, textOf(parts[best.at] as MathChild)];
  return [parts.slice(0, best.at), [sign, ...parts.slice(best.at + 1)]];
}

/** @throws Error for a formula that cannot be set */
const mathOf = (formula: string): readonly (readonly MathChild[])[] =>
  linesOf(parseMath(temml.renderToString(texOf(formula), { throwOnError: true, strict: true })));

const NAME = 'virtual:formulas';

/** What the page imports as `virtual:formulas`: each formula of `src/gan/formulas.ts`, as MathML. */
export const formulas = (): Plugin => ({
  name: 'formulas',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null;
    const { module, dependencies } = await runnerImport<{ everyFormula(): readonly string[] }>(
      './src/gan/formulas.ts',
      { configFile: false, logLevel: 'error' },
    );
    for (const file of dependencies) this.addWatchFile(file);
    const all = Object.fromEntries(module.everyFormula().map((formula) => [formula, mathOf(formula)]));
    return `export const formulas = ${JSON.stringify(all)};`;
  },
});
