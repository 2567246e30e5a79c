/** What is found by its folder: each name once, or one file would hide another. */
import { expect, it } from 'vitest';
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
