import { expect, it } from 'vitest';
import { type QualityRun, REAL, tableOf } from './table.ts';

const run = (recipe: string, seed: number, data: string, value: number | null): QualityRun => ({
  recipe,
  steps: 10,
  config: recipe === REAL ? null : { recipe, data, seed, params: {} },
  scores: {
    frechet: {
      name: 'Fréchet distance',
      direction: 'lower',
      value,
      floor: 1,
      low: value && value - 1,
      high: value && value + 1,
    },
  },
});

it('has a column for each system, means over seeds with their intervals, and other images last with what real ones get', () => {
  const runs = [
    run(REAL, 1, 'mnist', 1.25),
    run('dcgan', 1, 'colour-digits', 30),
    run('gan', 1, 'mnist', 10),
    run('gan', 2, 'mnist', 14),
  ];
  expect(tableOf(runs).split('\n')).toEqual([
    '| measure | real digits get | test digits | GAN | DCGAN | DCGAN: real images get |',
    '| --- | --- | --- | --- | --- | --- |',
    '| Fréchet distance ↓ | 1.00 | 1.25<br>[0.250, 2.25] | 12.0 ± 2.83<br>[11.0, 13.0] | 30.0<br>[29.0, 31.0] | 1.00 |',
  ]);
});

it('says that a value is infinite, which JSON cannot', () => {
  expect(tableOf([run(REAL, 1, 'mnist', 1), run('gan', 1, 'mnist', null)])).toContain('| ∞ |');
});
