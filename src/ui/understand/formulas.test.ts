import { formulas } from 'virtual:formulas';
import { describe, expect, it } from 'vitest';
import { everyFormula } from '../../gan/formulas.ts';
import { objectives } from '../../gan/objectives/index.ts';
import { holds } from '../../gan/penalties/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { lossOfD, lossOfG, signed, weighted } from '../../gan/terms.ts';
import { understand } from '../../i18n/parts/understand.ts';
import { readAloud } from './reading.ts';

/** All signs of a formula in their order, as it is set. */
const signsOf = (formula: string): string => {
  const text = (node: unknown): string =>
    typeof node === 'string' ? node : Array.isArray(node) ? node.slice(2).map(text).join('') : '';
  return (formulas[formula] ?? []).map((line) => line.map(text).join('')).join('');
};

/** What is written the same in one line: fractions, roman letters and spaces are ways to set it. */
const plain = (formula: string): string =>
  formula
    .replaceAll('½', '12')
    .replaceAll('²', '2')
    .replaceAll('ₓ', 'x')
    .replaceAll(/[\s_\u2061]/gu, '')
    .replaceAll('𝒩', 'N')
    .replaceAll('𝒰', 'U')
    .replaceAll('𝐈', 'I')
    .replaceAll('∣', '|');

describe.each(everyFormula())('%s', (formula) => {
  it('is set with all its signs, in their order', () => {
    expect(plain(signsOf(formula))).toBe(plain(formula));
  });

  it('can be read out', () => {
    expect(readAloud(formula, { signs: understand.spoken, norm: understand.norm })).toMatch(/^[\w\s.,()]+$/);
  });
});

it('every term of every objective and penalty has been set, whatever its numbers', () => {
  const image = { kind: 'image', height: 32, width: 32, channels: 1, classes: 10 } as const;
  const settings = [
    { smoothing: 0.17, matching: 0.123, classWeight: 2.5, lambda: 3.3 },
    { smoothing: 0, matching: 0, classWeight: 1, coding: 'pearson' },
    { baseline: true },
  ];
  for (const recipe of recipes)
    for (const { kind: objective } of objectives)
      for (const penalty of ['none', ...holds.map(({ kind }) => kind)])
        for (const some of settings) {
          const plan = recipe.plan({ objective, penalty, ...some }, image);
          for (const { formula } of [lossOfD(plan), lossOfG(plan)].flatMap(({ terms }) => terms))
            expect(formulas, `${recipe.id} ${objective} ${penalty}`).toHaveProperty([weighted(signed(formula)[1])[1]]);
        }
});

it('what is too long for a line has two, the second of which begins with a sign', () => {
  const broken = Object.values(formulas).filter((lines) => lines.length > 1);
  expect(broken.length).toBeGreaterThan(0);
  for (const [, second] of broken)
    expect(second?.[0]).toEqual(['mo', { form: 'infix' }, expect.stringMatching(/[+−]/)]);
});
