import { expect, it } from 'vitest';
import type { RunSettings } from './settings.ts';
import { toldApart } from './toldApart.ts';

const run = (recipe: string, params: RunSettings['params']): RunSettings => ({
  ...{ recipe, data: 'swiss-roll', seed: 1, backend: 'auto', generator: '', discriminator: '' },
  params,
});

const clipped = run('wgan-gp', { hold: 'clip', lrD: 0.01 });
const penalised = run('wgan-gp', { hold: 'wgan-gp', lrD: 0.01 });
const other = run('gan', { lrD: 0.5 });

it('runs of one system are told apart by what is not the same in all of them', () => {
  const all = [clipped, penalised, other];
  expect(toldApart(clipped, all)).toEqual([['hold', 'clip']]);
  expect(toldApart(penalised, all)).toEqual([['hold', 'wgan-gp']]);
});

it('a run that is alone of its system needs no more than its name', () => {
  expect(toldApart(other, [clipped, penalised, other])).toEqual([]);
});
