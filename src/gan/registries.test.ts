/** What is found by its folder: each name once, or one file would hide another. */
import { expect, it } from 'vitest';
import { combinationParams } from './combination.ts';
import { objectives } from './objectives/index.ts';
import { holds } from './penalties/index.ts';
import { recipes } from './recipes/index.ts';

it.each([
  ['objectives', objectives.map(({ kind }) => kind)],
  ['holds', holds.map(({ kind }) => kind)],
  ['recipes', recipes.map(({ id }) => id)],
])('no two %s have the same name', (_, names) => {
  expect(names).toEqual([...new Set(names)]);
  expect(names).not.toContain('none');
});

const PRESET = { objective: 'crossEntropy', optimizer: 'adam', lrG: 1e-3, lrD: 1e-3 } as const;

it.each([
  ['objective', objectives],
  ['penalty', holds],
] as const)('what an option of “%s” brings with it has a name that nothing else has', (param, options) => {
  const all: Readonly<Record<string, { readonly when?: readonly object[] }>> = combinationParams(PRESET);
  for (const { kind, params } of options)
    for (const name of Object.keys(params)) {
      const when = { param, is: expect.arrayContaining([kind]) };
      expect(all[name]?.when, `${name} of ${kind} is hidden by another parameter`).toEqual([when]);
      for (const { id, params: own } of recipes)
        if (own[name]) expect(own[name]?.when, `${name} of ${kind} is hidden by one of ${id}`).toEqual([when]);
    }
});
