import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../core/params.ts';
import { dataSets } from '../../data/sets/index.ts';
import { offersOf } from '../../gan/offers.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { paramTexts, textsNow } from '../../i18n/index.ts';
import { help } from '../../i18n/parts/help.ts';
import { batchNormOf } from './batchNorm.ts';

/** The recipe's own networks. */
const OWN = { generator: '', discriminator: '' };
const cases = recipes.flatMap((recipe) =>
  offersOf(recipe, dataSets).map(({ id: data, kind }) => {
    const specs = recipe.paramsOn(kind);
    const settings = { ...OWN, recipe: recipe.id, data, params: defaultsOf(specs) };
    return { name: `${recipe.id} on ${data}`, specs, numbers: batchNormOf(settings), settings };
  }),
);
const dcgan = { ...OWN, recipe: 'dcgan', data: 'colour-digits', params: {} };
const normalised = cases.filter(({ numbers }) => numbers !== null);

describe('where G has batch normalisation', () => {
  it.each(normalised)('$name can draw with either statistics and either weights', ({ specs }) => {
    for (const [name, options] of [
      ['statistics', ['running', 'batch']],
      ['weights', ['current', 'average']],
    ] as const) {
      expect(specs[name]).toMatchObject({ kind: 'choice', group: 'sampling', applies: 'live', options });
      for (const option of options) expect(paramTexts(textsNow(), name).option).toHaveProperty(option);
    }
    for (const option of ['running', 'batch']) expect(paramTexts(textsNow(), 'statistics').note).toHaveProperty(option);
  });

  it('its numbers are explained', () => {
    const numbers = batchNormOf(dcgan);
    const text = numbers && help.statistics(numbers);
    expect(text).toMatch(/keep 0\.99 of themselves .* ε, added to each variance, is 0\.001\. .* first 100 steps/);
  });

  it('the erratum’s ε is told as it is', () => {
    const { settings } = cases.find(({ name }) => name === 'cgan on mnist') as (typeof cases)[number];
    expect(batchNormOf(settings)).toEqual({ momentum: 0.8, epsilon: 1e-5, steps: 5 });
    const wrong = { ...settings, params: { ...settings.params, bnEpsilon: true } };
    expect(batchNormOf(wrong)).toMatchObject({ epsilon: 0.8 });
  });
});

it('where it has none there is no choice of statistics', () => {
  const without = cases.filter(({ numbers }) => numbers === null);
  expect(without.map(({ name }) => name)).toContain('gan on swiss-roll');
  for (const { name, specs } of without) expect(specs, name).not.toHaveProperty('statistics');
});
