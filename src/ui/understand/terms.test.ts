import { beforeAll, describe, expect, it } from 'vitest';
import type { ParamValues } from '../../core/params.ts';
import { objectives } from '../../gan/objectives/index.ts';
import { holds } from '../../gan/penalties/index.ts';
import { findRecipe } from '../../gan/recipes/index.ts';
import { type Loss, lossOfD, lossOfG, newestOf } from '../../gan/terms.ts';
import { loadPart } from '../../i18n/index.ts';
import { understand } from '../../i18n/parts/understand.ts';
import { lossLine } from '../../plot/series.ts';
import { formulaOf } from './formula.ts';
import { readAloud } from './reading.ts';

beforeAll(() => loadPart('understand'));

function planOf(id: string, params: ParamValues = {}) {
  const recipe = findRecipe(id);
  if (!recipe) throw new Error(`There is no recipe ${id}.`);
  return recipe.plan(params, { kind: 'image', height: 28, width: 28, channels: 1, classes: 10 });
}

/** Each term with the scalar that measures it. */
const measures = ({ terms }: Loss) => terms.map(({ part, measured }) => [part, measured?.scalar ?? null]);

describe('the terms of D', () => {
  it('are each measured by a scalar that the charts draw', () => {
    const loss = lossOfD(planOf('sgan', { penalty: 'dragan' }));
    expect(measures(loss)).toEqual([
      ['real', 'lossReal'],
      ['fake', 'lossFake'],
      ['classes', 'lossClass'],
      ['penalty', 'penalty'],
    ]);
    for (const { measured } of loss.terms) expect(lossLine(measured?.scalar ?? 'variety').color).toBe('var(--d)');
  });

  it('are those of the labels alone where nothing is played', () => {
    const plan = planOf('sgan', { baseline: true, penalty: 'r1', smoothing: 0.1 });
    expect(measures(lossOfD(plan))).toEqual([['classes', 'lossClass']]);
    expect(lossOfD(plan).letters).toEqual({});
  });

  it('have letters with their present values', () => {
    expect(lossOfD(planOf('gan', { penalty: 'wganGp', lambda: 5, k: 2, smoothing: 0.2 })).letters).toEqual({
      s: 0.2,
      λ: 5,
      k: 2,
    });
    expect(lossOfD(planOf('gan', { penalty: 'r1', gamma: 3 })).letters).toEqual({ γ: 3 });
    expect(lossOfD(planOf('wgan')).letters).toEqual({});
  });

  it.each(holds.map(({ kind }) => kind))(
    '%s: every letter of the formula that stands for a number has one',
    (penalty) => {
      const { terms, letters } = lossOfD(planOf('gan', { penalty }));
      const formula = terms.map((term) => term.formula).join();
      expect(Object.keys(letters)).toEqual(['λ', 'γ', 'k'].filter((letter) => formula.includes(letter)));
    },
  );
});

describe('the terms of G', () => {
  it('are its whole loss where there is one', () => {
    expect(measures(lossOfG(planOf('wgan')))).toEqual([['fake', 'lossG']]);
  });

  it('are not measured by themselves where it sees both kinds of examples', () => {
    expect(measures(lossOfG(planOf('gan', { objective: 'relativistic' })))).toEqual([
      ['fake', null],
      ['real', null],
    ]);
  });

  it('are what features leave of the whole', () => {
    const [game, features] = lossOfG(planOf('sgan', { matching: 0.5 })).terms;
    const latest = (name: string) => ({ lossG: 1.25, lossMatch: 0.5 })[name] ?? null;
    expect([game, features].map((term) => term?.measured && newestOf(term.measured, latest))).toEqual([0.75, 0.5]);
    expect(game?.measured && newestOf(game.measured, (name) => (name === 'lossG' ? 1 : null))).toBeNull();
  });

  it('are features alone where it is not to fool D, and none where it is not trained', () => {
    expect(measures(lossOfG(planOf('sgan', { adversarial: false })))).toEqual([['features', 'lossMatch']]);
    expect(lossOfG(planOf('sgan', { baseline: true })).terms).toEqual([]);
  });
});

describe.each(objectives.map(({ kind }) => kind))('%s', (objective) => {
  const plan = planOf('gan', { objective, smoothing: 0.1 });

  it('is the sum of its terms', () => {
    const { terms } = lossOfD(plan);
    const spaced = (text: string) => text.replaceAll(/[\s+−]/g, '');
    expect(spaced(formulaOf(plan, 'd'))).toBe(spaced(terms.map(({ formula }) => formula).join('')));
  });

  it('can be read out', () => {
    for (const { formula } of [...lossOfD(plan).terms, ...lossOfG(plan).terms])
      expect(readAloud(formula, { signs: understand.spoken, norm: understand.norm })).toMatch(/^[\w\s.,()]+$/);
  });
});
