/** Other languages beside English: nothing is left as it was without a reason. The compiler has seen that nothing is missing. */
import { expect, it } from 'vitest';
import { languages } from './languages.ts';
import { type Leaf, leavesOf, sayings } from './testing/leaves.ts';
import type { Language, PartName } from './texts.ts';

const treeOf = async ({ texts, parts }: Language): Promise<Readonly<Record<string, unknown>>> => ({
  ...(await texts()),
  ...Object.fromEntries(
    await Promise.all((Object.keys(parts) as PartName[]).map(async (name) => [`part ${name}`, await parts[name]()])),
  ),
});
const nameOf = ({ path }: Leaf): string => path.join('.');

const english = leavesOf(await treeOf(languages.en));
const chinese = leavesOf(await treeOf(languages.zh));

/** What is the same in both, and why. */
const SAME: readonly (readonly [name: RegExp, why: string])[] = [
  [/^data\.name\.mnist$/, 'a name'],
  [/^(menu\.save|show\.present)Key$|^keys\.name\.(arrow|escape)/, 'a key'],
  [/^backend\.choice\./, 'names of techniques'],
  [/^param\.(labels|coding|size)\.option\./, 'numbers'],
  [/^param\.(optimizer[DG]|objective)\.option\./, 'names of methods'],
  [/^settings\.groupHelp\./, 'nothing is said there'],
  [/^(effect\.value|chart\.series|chart\.target|chart\.targetSquare)/, 'symbols'],
  [/^devices\.device\.named$|^openingDetails\.opening\.named$/, 'the name that it is told'],
  [/^part exports\.kind\..*\.label$/, 'names of formats'],
  [/^part inside\.layers\.(kind|none)/, 'names of functions, and a dash'],
  [/^part networks\.(layer\..*\.name|brief\.|paddingBrief)/, 'names of functions, and symbols'],
  [/^part quality\.(measure\..*\.name|means\.value)$/, 'names of measures, and a unit'],
  [/^part understand\.(lines\.act\.(loss|update|clip)|way\.z)$/, 'symbols and numbers'],
  [/^part lessons\.goal\.(count|number)$|^part lessons\.game\.(waiting|raw)$/, 'a number, a symbol'],
  [/^part report\.value$|^part understand\.(letter|paper\.link|spoken\.[ₓ_])$/, 'a number, a symbol, an address'],
  [/^status\.openingPlain$|^part (inside\.variety\.named|timeline\.set)$/, 'what it is told, with signs of both'],
];

const isSame = (name: string): boolean => SAME.some(([pattern]) => pattern.test(name));
const englishSayings = new Map(english.map((leaf) => [nameOf(leaf), sayings(leaf)]));
const equals = chinese.filter((leaf) => {
  const mine = sayings(leaf);
  return mine.length > 0 && mine.some((text) => englishSayings.get(nameOf(leaf))?.includes(text));
});

it('what is equal in English and in Chinese is so for a reason', () => {
  expect(equals.map(nameOf).filter((name) => !isSame(name))).toEqual([]);
});

it('and no reason is given for what is not', () => {
  const names = equals.map(nameOf);
  expect(SAME.filter(([pattern]) => !names.some((name) => pattern.test(name)))).toEqual([]);
});

it('every text is tried', () => {
  expect(chinese.length).toBe(english.length);
  expect(chinese.filter((leaf) => sayings(leaf).length === 0).map(nameOf)).toEqual([]);
});

/** Three words of small Latin letters, side by side. */
const ENGLISH = /(^|[^\p{L}-])[a-z]{2,} [a-z]{2,} [a-z]{2,}($|[^\p{L}-])/u;

it('nothing of a Chinese text is left in English', () => {
  const left = chinese.filter((leaf) => sayings(leaf).some((text) => ENGLISH.test(text)));
  expect(left.map(nameOf)).toEqual([]);
  expect('一步 of both networks。').toMatch(ENGLISH);
});

it('signs in Chinese are those of Chinese', () => {
  const wrong = chinese
    .flatMap((leaf) => sayings(leaf))
    .filter((text) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text));
  expect(wrong).toEqual([]);
});
