import { beforeAll, describe, expect, it } from 'vitest';
import { dataSets } from '../data/sets/index.ts';
import { rules } from '../diagnosis/index.ts';
import { objectives } from '../gan/objectives/index.ts';
import { holds } from '../gan/penalties/index.ts';
import { recipes } from '../gan/recipes/index.ts';
import { formulaOf } from '../ui/understand/formula.ts';
import { dataText, loadPart, optionText, paramTexts, textsNow } from './index.ts';
import { languages } from './languages.ts';
import { diagnosis } from './parts/diagnosis.ts';

/** What is looked up by names that the compiler does not know, in every language. */
const spoken = await Promise.all(
  Object.entries(languages).map(async ([language, { texts, parts }]) => ({
    language,
    texts: await texts(),
    help: await parts.help(),
    diagnosis: await parts.diagnosis(),
    timeline: await parts.timeline(),
  })),
);

const inEach = recipes.flatMap((recipe) => spoken.map((said) => [recipe.id, said.language, recipe, said] as const));

describe.each(inEach)('texts of %s (%s)', (_id, _language, recipe, { texts, help }) => {
  it.each(Object.entries(recipe.params))('%s has a label, help and a name for every option', (name, spec) => {
    expect(paramTexts(texts, name).label).toMatch(/\S/);
    expect(help, `help on ${name}, in i18n/parts/help.ts`).toHaveProperty(name);
    expect(texts.settings.group[spec.group]).toMatch(/\S/);
    const options = spec.kind === 'choice' ? spec.options : [];
    for (const option of options) expect(optionText(texts, name, option)).toMatch(/\S/);
  });
});

it.each([...objectives.map(({ kind }) => ['objective', kind]), ...holds.map(({ kind }) => ['penalty', kind])])(
  'it is said of the %s %s what choosing it means',
  (param, option) => {
    for (const { texts, language } of spoken) {
      const note = paramTexts(texts, param as string).note?.[option as string] ?? '';
      expect(note, `a note on ${option}, in ${language}'s params.ts`).toMatch(/\S/);
    }
  },
);

it.each(recipes.map(({ id }) => id))('it is said in a line what %s is about', (id) => {
  for (const { texts, language } of spoken)
    expect(texts.system.line[id] ?? '', `a line in ${language}'s systems.ts`).toMatch(/\S/);
});

it('every data set has a name, which in English is the one that it calls itself', () => {
  for (const { texts } of spoken) {
    const ids = dataSets.map(({ id }) => id).sort();
    expect(Object.keys(texts.data.name).sort(), 'names in i18n/halls/bar.ts').toEqual(ids);
    for (const name of Object.values(texts.data.name)) expect(name).toMatch(/\S/);
  }
  for (const set of dataSets) expect(dataText(textsNow(), set)).toBe(set.name);
  expect(dataText(textsNow(), { id: 'file:1', name: 'cats.zip' })).toBe('cats.zip');
});

it.each(spoken)('nothing is named that no recipe has ($language)', ({ texts, help }) => {
  const known = new Set(recipes.flatMap((recipe) => Object.keys(recipe.params)));
  expect(Object.keys(texts.param).filter((name) => !known.has(name))).toEqual([]);
  expect(Object.keys(help).filter((name) => !known.has(name))).toEqual([]);
  const ids = recipes.map(({ id }) => id);
  expect(Object.keys(texts.system.line).filter((id) => !ids.includes(id))).toEqual([]);
});

it('a text that is missing is named', () => {
  expect(() => paramTexts(textsNow(), 'warp')).toThrow('The parameter “warp” has no texts.');
  expect(() => optionText(textsNow(), 'noise', 'pink')).toThrow('The option “pink” of the parameter “noise”');
  expect(() => optionText(textsNow(), 'lambda', 'pink')).toThrow('“lambda”');
});

it('every rule of diagnosis has its words', () => {
  for (const words of spoken.flatMap((said) => [said.diagnosis.rule, said.timeline.found]))
    expect(Object.keys(words).sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe('formulas', () => {
  beforeAll(() => loadPart('understand'));

  const plans = recipes.flatMap((recipe) =>
    objectives.flatMap(({ kind: objective }) =>
      ['none', ...holds.map(({ kind }) => kind)].map((penalty) =>
        recipe.plan(
          { objective, penalty, smoothing: 0.1 },
          { kind: 'image', height: 32, width: 32, channels: 1, classes: 10 },
        ),
      ),
    ),
  );

  it('are there for every objective and penalty', () => {
    for (const plan of plans) {
      for (const network of ['d', 'g'] as const) expect(formulaOf(plan, network)).toMatch(/D\(.*\)/);
      expect(formulaOf(plan, 'd')).not.toMatch(/objective|ₒ| [abc]\)/);
    }
  });

  it('say what both networks do with both kinds of examples', () => {
    for (const plan of plans.filter(({ supervision }) => !supervision?.baseline)) {
      const [d, g] = [formulaOf(plan, 'd'), formulaOf(plan, 'g')];
      for (const part of [/D\(x[,)]/, /D\(G\(z/]) expect(d, plan.objective.kind).toMatch(part);
      expect(g, plan.objective.kind).toMatch(/D\(G\(z/);
    }
  });

  it('name the class, the targets and the penalty', () => {
    const of = (id: string, params = {}) => {
      const plan = recipes
        .find((recipe) => recipe.id === id)
        ?.plan(params, { kind: 'image', height: 28, width: 28, channels: 1, classes: 10 });
      if (!plan) throw new Error(`There is no recipe ${id}.`);
      return [formulaOf(plan, 'd'), formulaOf(plan, 'g')];
    };
    expect(of('cgan')).toEqual(['½ E[(D(x, y) − 1)²] + ½ E[D(G(z, y), y)²]', 'E[(D(G(z, y), y) − 1)²]']);
    expect(of('lsgan', { coding: 'pearson' })).toEqual(['½ E[(D(x) − 1)²] + ½ E[(D(G(z)) + 1)²]', '½ E[D(G(z))²]']);
    expect(of('sgan', { matching: 0.5 })).toEqual([
      '−E[log σ(D(x))] − E[log(1 − σ(D(G(z))))] − E[log p(y | x)]',
      '−E[log σ(D(G(z)))] + 0.5 ‖E f(x) − E f(G(z))‖²',
    ]);
    expect(of('sgan', { baseline: true })).toEqual(['−E[log p(y | x)]', 'nothing: it is not trained']);
    expect(of('gan', { objective: 'relativistic' })[1]).toBe(
      '−E[log σ(D(G(z)) − E D(x))] − E[log(1 − σ(D(x) − E D(G(z))))]',
    );
    expect(of('dcgan')[0]).toBe('−E[(1 − s) log σ(D(x)) + s log(1 − σ(D(x)))] − E[log(1 − σ(D(G(z))))]');
    expect(of('wgan')).toEqual(['E[D(G(z))] − E[D(x)]', '−E[D(G(z))]']);
    expect(of('gan', { objective: 'hinge' })).toEqual(['E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))]', '−E[D(G(z))]']);
    expect(of('gan', { objective: 'minimax', penalty: 'r1' })).toEqual([
      '−E[log σ(D(x))] − E[log(1 − σ(D(G(z))))] + ½ γ E[‖∇ₓD(x)‖²]',
      'E[log(1 − σ(D(G(z))))]',
    ]);
    expect(of('dragan')[0]).toContain(' + λ E[(‖∇ₓD(x + δ)‖ − k)²]');
    expect(of('sgan', { adversarial: false, matching: 1, classWeight: 2 })).toEqual([
      '−E[log σ(D(x))] − E[log(1 − σ(D(G(z))))] − 2 E[log p(y | x)]',
      '‖E f(x) − E f(G(z))‖²',
    ]);
    expect(of('wgan-gp')[0]).toBe('E[D(G(z))] − E[D(x)] + λ E[(‖∇ₓD(εx + (1 − ε)G(z))‖ − k)²]');
  });
});

it('what varies is filled in', () => {
  const { exploding, idle } = diagnosis.rule;
  expect(exploding.sentence({ begin: 0.5, norm: 1200 })).toContain('from 0.5 to 1,200:');
  expect(idle.title({ network: 'G' })).toBe('Part of G does nothing');
  expect(idle.sentence({ kind: 'dead', layer: 3, percent: 80 })).toBe(
    'In layer 3, 80 % of the units are zero for every example, and stay so.',
  );
  expect(idle.sentence({ kind: 'saturated', layer: 1, percent: 99 })).toContain(
    '99 % of the outputs are at their ends',
  );
  expect(paramTexts(textsNow(), 'dNorm').note?.batch).toContain('batch');
  expect(paramTexts(textsNow(), 'noise').note).toBeUndefined();
});
