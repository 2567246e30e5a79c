import { expect, it } from 'vitest';
import type { StepTrace, UpdateTrace } from '../../core/trace.ts';
import { algorithmOf } from '../../gan/algorithm.ts';
import { findRecipe } from '../../gan/recipes/index.ts';
import { placesOf } from './cursor.ts';

const planOf = (id: string, params = {}) => {
  const recipe = findRecipe(id);
  if (!recipe) throw new Error(`There is no recipe ${id}.`);
  return recipe.plan(params, { kind: 'image', height: 28, width: 28, channels: 1, classes: 10 });
};
const update = (network: 'D' | 'G') => ({ network }) as UpdateTrace;
const trace = (part: StepTrace['part'], ...networks: ('D' | 'G')[]): StepTrace => ({
  step: 1,
  part,
  updates: networks.map(update),
});

const actsOf = (plan: ReturnType<typeof planOf>) =>
  algorithmOf(plan).map(({ network, times, lines }) => [network, times, lines.map(({ act }) => act).join(' ')]);

it('the algorithm of each paper is written from its plan', () => {
  expect(actsOf(planOf('gan'))).toEqual([
    ['D', 1, 'real latent generate score loss update'],
    ['G', 1, 'latent generate score slope loss update'],
  ]);
  expect(actsOf(planOf('wgan'))).toEqual([
    ['D', 5, 'real latent generate score loss update clip'],
    ['G', 1, 'latent generate score slope loss update'],
  ]);
  expect(actsOf(planOf('wgan-gp'))[0]).toEqual(['D', 5, 'real latent generate score penalty loss update']);
  // G first, and D on the very same fakes.
  expect(actsOf(planOf('cgan'))).toEqual([
    ['G', 1, 'latent generate score slope loss update'],
    ['D', 1, 'real score loss update'],
  ]);
  expect(actsOf(planOf('sgan'))[0]).toEqual(['D', 1, 'real labelled latent generate score loss update']);
  expect(actsOf(planOf('sgan', { baseline: true }))).toEqual([['D', 1, 'labelled loss update']]);
  const [, rate] =
    algorithmOf(planOf('gan', { optimizerD: 'rmsProp' }))[0]
      ?.lines.map(({ formula }) => formula)
      .slice(-2) ?? [];
  expect(rate).toBe('θ_D ← RMSProp(θ_D, ∇L_D)');
});

it('lines come again for each update, in the order in which they were made', () => {
  const plan = planOf('wgan', { kD: 2 });
  const places = placesOf(plan, trace('both', 'D', 'D', 'G'));
  expect(places.map(({ block, round, line }) => `${block.network}${round} ${line.act}`)).toEqual([
    ...['real', 'latent', 'generate', 'score', 'loss', 'update', 'clip'].map((act) => `D0 ${act}`),
    ...['real', 'latent', 'generate', 'score', 'loss', 'update', 'clip'].map((act) => `D1 ${act}`),
    ...['latent', 'generate', 'score', 'slope', 'loss', 'update'].map((act) => `G0 ${act}`),
  ]);
});

it('a step of one network has its lines alone, and D draws fakes of its own then', () => {
  const places = placesOf(planOf('cgan'), trace('D', 'D'));
  expect(places.map(({ line }) => line.act)).toEqual(['real', 'latent', 'generate', 'score', 'loss', 'update']);
  // Two updates of D were made, and one is wanted now: what has no line is left out.
  expect(placesOf(planOf('gan'), trace('both', 'D', 'D', 'G')).every(({ block }) => block.network === 'D')).toBe(true);
});
