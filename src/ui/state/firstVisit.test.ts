import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openFirst, saysNothing } from './firstVisit.ts';
import { DEFAULT_RECIPE } from './settings.ts';
import { openPage, settled } from './testing/page.ts';

it.each([
  ['', true],
  ['#', true],
  ['#lang=zh&theme=dark', true],
  ['#lesson=game', false],
  ['#recipe=cgan-conv', false],
  ['#seed=7', false],
  ['#run=1&dock=quality', false],
])('of a run “%s” says nothing: %s', (hash, nothing) => {
  expect(saysNothing(hash)).toBe(nothing);
});

it('the page shows what it began with until something is changed, or something else comes', async () => {
  const page = await openPage('#recipe=cgan-conv');
  // The model has come.
  const isFirst = openFirst({ page: page.controller.page, openModel: async () => true });
  await settled();
  expect(isFirst()).toBe(true);
  page.trained(5);
  expect(isFirst()).toBe(true);
  page.controller.setParams({ lrG: 0.004 });
  expect(isFirst()).toBe(false);
  page.controller.setParams({ lrG: 0.002 });
  expect(isFirst()).toBe(true);
  page.controller.setRecipe('gan');
  expect(isFirst()).toBe(false);
});

it('where no model came, it shows no such thing', async () => {
  const page = await openPage('#recipe=cgan-conv');
  const isFirst = openFirst({ page: page.controller.page, openModel: async () => false });
  await settled();
  expect(isFirst()).toBe(false);
});

it('what the document asks for ahead is the model that a first visit opens', () => {
  const [, ahead] = /'\.\/models\/([\w-]+)\.safetensors\.gz'/.exec(readFileSync('index.html', 'utf8')) ?? [];
  expect(ahead).toBe(DEFAULT_RECIPE);
});
