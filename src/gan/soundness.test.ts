import { describe, expect, it } from 'vitest';
import type { ParamValues } from '../core/params.ts';
import type { Plan } from './plan.ts';
import { findRecipe, recipes } from './recipes/index.ts';
import { cautions, unsound } from './soundness.ts';

const mnist = { kind: 'image', height: 32, width: 32, channels: 1, classes: 10 } as const;

function planOf(id: string, params: ParamValues = {}): Plan {
  const plan = findRecipe(id)?.plan(params, mnist);
  if (!plan) throw new Error(`There is no recipe ${id}.`);
  return plan;
}

it.each(recipes.map(({ id }) => id))('%s is sound as it comes, and needs no caution', (id) => {
  expect(unsound(planOf(id))).toBeNull();
  expect(cautions(planOf(id))).toEqual([]);
});

describe('a Wasserstein critic', () => {
  it.each(recipes.map(({ id }) => id))('needs a bound on its slope, %s', (id) => {
    expect(unsound(planOf(id, { objective: 'wasserstein', penalty: 'none' }))).toEqual({ code: 'sound.unbounded' });
    expect(unsound(planOf(id, { objective: 'wasserstein', penalty: 'wganGp', lambda: 0 }))).toEqual({
      code: 'sound.unbounded',
    });
    expect(unsound(planOf(id, { objective: 'wasserstein', penalty: 'wganGp' }))).toBeNull();
    expect(unsound(planOf(id, { objective: 'wasserstein', penalty: 'clip' }))).toBeNull();
  });

  it('has no probability whose gradient could be penalised', () => {
    const params = { objective: 'wasserstein', penaliseSigmoid: true };
    expect(unsound(planOf('dragan', params))).toEqual({ code: 'sound.noProbability' });
    expect(unsound(planOf('dragan', { penaliseSigmoid: true }))).toBeNull();
  });

  it('nor has a D whose outputs are only compared', () => {
    const params = { objective: 'relativistic', penaliseSigmoid: true };
    expect(unsound(planOf('dragan', params))).toEqual({ code: 'sound.noProbability' });
    expect(unsound(planOf('dragan', { objective: 'relativistic' }))).toBeNull();
  });

  it('is held only where the penalty is taken', () => {
    expect(cautions(planOf('wgan-gp', { penalty: 'r1' }))).toEqual([{ code: 'caution.slopeNearData' }]);
  });
});

it('warns of batch statistics in a penalised D', () => {
  expect(cautions(planOf('dragan', { dNorm: 'batch' }))).toEqual([{ code: 'caution.coupled' }]);
  expect(cautions(planOf('dragan', { dNorm: 'batch', lambda: 0 }))).toEqual([]);
});

it('warns of momentum with clipped weights', () => {
  expect(cautions(planOf('wgan', { optimizerD: 'adam' }))).toEqual([{ code: 'caution.momentum' }]);
  expect(cautions(planOf('wgan', { optimizerD: 'adam', beta1: 0 }))).toEqual([]);
});

it('refuses networks that do not meet', () => {
  const plan = planOf('gan');
  expect(unsound({ ...plan, examples: { ...mnist, channels: 3, range: 'unit', resize: 'pad' } })).toEqual({
    code: 'sound.shapes',
    drawn: [32, 32, 1],
    judged: [32, 32, 1],
    examples: [32, 32, 3],
  });
  const discriminator = { ...plan.discriminator, layers: plan.discriminator.layers.slice(0, -1) };
  expect(unsound({ ...plan, discriminator })).toMatchObject({ code: 'sound.outputs', outputs: 1, classes: false });
});
