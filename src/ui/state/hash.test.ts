import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamSpec, ParamValue } from '../../core/params.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { planWith } from './edited.ts';
import { formatHash, parseHash } from './hash.ts';
import { refusalOf } from './plan.ts';
import { dataOf, type GroupSettings, MOST_MEMBERS, movedTo, type RunSettings, recipeOf, specsOf } from './settings.ts';
import { DEFAULT_VIEW } from './viewLink.ts';

const anyValue = (spec: ParamSpec): fc.Arbitrary<ParamValue> => {
  switch (spec.kind) {
    case 'number':
      return fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((value) => value + 0);
    case 'integer':
      return fc.integer({ min: spec.min, max: spec.max });
    case 'choice':
      return fc.constantFrom(...spec.options);
    case 'switch':
      return fc.boolean();
    default:
      return spec satisfies never;
  }
};

/** Recipes beside each other, on a data set that all of them take. */
const anyChoice = fc
  .array(fc.constantFrom(...recipes.map(({ id }) => id)), { minLength: 1, maxLength: MOST_MEMBERS })
  .filter((ids) => dataOf(ids).length > 0)
  .chain((ids) => fc.record({ ids: fc.constant(ids), data: fc.constantFrom(...dataOf(ids)) }));

const anyMember = (recipe: string, data: string): fc.Arbitrary<RunSettings> =>
  fc
    .record({
      recipe: fc.constant(recipe),
      data: fc.constant(data),
      seed: fc.constant(42),
      backend: fc.constant('auto' as const),
      generator: fc.constant(''),
      discriminator: fc.constant(''),
      params: fc.record(
        Object.fromEntries(Object.entries(specsOf({ recipe, data })).map(([name, spec]) => [name, anyValue(spec)])),
      ),
    })
    .filter((settings) => refusalOf(settings) === null);

/** Small networks that fit whatever examples the settings are about. */
function smallNetworks(settings: RunSettings) {
  const { discriminator, supervision } = planWith(recipeOf(settings.recipe), settings, {});
  const [height = 0, ...others] = discriminator.input;
  const size = others.reduce((product, n) => product * n, height);
  return {
    generator: `dense${size}.lrelu0.25.reshape${discriminator.input.join('x')}`,
    discriminator: `flatten.dense${supervision ? supervision.classes + 1 : 1}`,
  };
}

const anyEdited = (recipe: string, data: string): fc.Arbitrary<RunSettings> =>
  fc
    .record({
      settings: anyMember(recipe, data),
      edited: fc.constantFrom([], ['generator'], ['generator', 'discriminator'] as const),
    })
    .map(({ settings, edited }): RunSettings => {
      const networks = smallNetworks(settings);
      return { ...settings, ...Object.fromEntries(edited.map((name) => [name, networks[name]])) };
    })
    .filter((settings) => refusalOf(settings) === null);

const anySettings: fc.Arbitrary<GroupSettings> = anyChoice.chain(({ ids, data }) =>
  fc
    .record({
      members: fc.tuple(...ids.map((recipe) => anyEdited(recipe, data))),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      backend: fc.constantFrom('auto' as const, 'webgpu' as const, 'webgl' as const, 'cpu' as const),
      run: fc.boolean(),
      stop: fc.integer({ min: 0, max: 1e9 }),
    })
    .map(({ members, seed, backend, run, stop }) => ({
      members: members.map((member) => ({ ...member, seed, backend })),
      run,
      stop,
    })),
);

/** The one run of a link. */
const one = (hash: string) => {
  const { settings, problems } = parseHash(hash);
  return { member: settings.members[0] as RunSettings, settings, problems };
};

describe('the link', () => {
  it('names the system alone for the defaults, and reads them back', () => {
    const { settings, problems } = parseHash('');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      members: [{ recipe: 'cgan-conv', data: 'mnist', seed: 42, backend: 'auto' }],
      run: false,
      stop: 0,
    });
    expect(formatHash(settings)).toBe('recipe=cgan-conv');
    expect(parseHash('#').settings).toEqual(settings);
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(parseHash(`#${formatHash(settings)}`)).toEqual({ settings, view: DEFAULT_VIEW, problems: [] });
      }),
    );
  });

  it('reads the documented keys', () => {
    const { member, settings, problems } = one(
      '#recipe=dragan&seed=7&backend=cpu&width=0.25&batch=16&lambda=2.5&dNorm=none&run=1&stop=30',
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ run: true, stop: 30 });
    expect(member).toMatchObject({ recipe: 'dragan', seed: 7, backend: 'cpu' });
    expect(member.params).toMatchObject({ width: 0.25, batch: 16, lambda: 2.5, dNorm: 'none', k: 1 });
  });

  it('names what it cannot read and takes the default instead', () => {
    const { settings, problems } = parseHash('#recipe=nope&seed=-1&width=wide&size=32&batch=9999&backend=abacus');
    expect(problems.map((problem) => `${problem.kind} ${problem.key}`)).toEqual([
      'bad recipe',
      'bad seed',
      'bad backend',
      'bad width',
      'unknown size',
      'bad batch',
    ]);
    expect(formatHash(settings)).toBe('recipe=cgan-conv');
  });

  it('takes networks that were made by hand', () => {
    const { member, settings, problems } = one('#recipe=gan&g=dense784.tanh.reshape28x28x1&d=flatten.dense1');
    expect(problems).toEqual([]);
    expect(member).toMatchObject({ generator: 'dense784.tanh.reshape28x28x1', discriminator: 'flatten.dense1' });
    expect(formatHash(settings)).toBe('recipe=gan&g=dense784.tanh.reshape28x28x1&d=flatten.dense1');
    for (const to of [
      { recipe: 'dragan', data: 'mnist' },
      { recipe: 'gan', data: 'swiss-roll' },
    ])
      expect(movedTo(member, to)).toMatchObject({ generator: '', discriminator: '' });
  });

  it.each([
    ['g=foo', { network: 'G', layer: 0, fault: { code: 'layer.unknown', text: 'foo' } }],
    ['d=dense1', { network: 'D', layer: 0, fault: { code: 'layer.needsVector' } }],
    ['g=dense10', { code: 'sound.shapes', drawn: [10], judged: [28, 28, 1] }],
    [`g=${'dense65536.'.repeat(5000)}tanh`, { network: 'G', layer: 40, fault: { code: 'layer.tooMany', most: 40 } }],
    ['g=reshape64x64x64', { network: 'G', layer: 0, fault: { code: 'layer.reshape', input: [64] } }],
    ['d=flatten.dense1.dense60000.dense1&batch=512', null],
    ['d=conv4096k64s1.flatten.dense1', { network: 'D', layer: 0, fault: { code: 'layer.values' } }],
    ['g=%00%ff.<b>', { network: 'G', layer: 0, fault: { code: 'layer.unknown' } }],
  ])('says why it does not take %s, and has the recipe’s own', (hash, why) => {
    const { member, problems } = one(`#${hash}`);
    if (why === null) return expect(problems).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'networks', key: hash[0], why }]);
    expect(member).toMatchObject({ generator: '', discriminator: '' });
    return undefined;
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { settings } = parseHash(`#${text}`);
        expect(parseHash(formatHash(settings)).settings).toEqual(settings);
      }),
    );
    expect(parseHash('#__proto__=1&constructor=2&toString=3').problems).toHaveLength(3);
  });

  it('has what is about all runs once, and what is about one of them by its place', () => {
    const { settings, problems } = parseHash(
      '#compare=gan,dragan,gan&data=ring&lrG=0.003&3.lrD=0.02&2.lambda=4&width=0.5',
    );
    expect(problems).toEqual([]);
    expect(settings.members.map(({ params }) => [params.lrG, params.lrD, params.lambda, params.width])).toMatchObject([
      [0.003, expect.any(Number), 10, 0.5],
      [0.003, expect.any(Number), 4, 0.5],
      [0.003, 0.02, 10, 0.5],
    ]);
    expect(formatHash(settings)).toContain('3.lrD=0.02');
    expect(formatHash(settings)).toContain('&lrG=0.003');
    expect(parseHash('#compare=gan,dragan&4.lrD=0.02').problems).toMatchObject([{ kind: 'unknown', key: '4.lrD' }]);
  });

  it.each([
    ['compare=gan,nope', 'compare.unknown'],
    ['compare=gan', 'compare.count'],
    ['compare=gan,gan,gan,gan,gan', 'compare.count'],
    ['compare=cgan,gan&data=ring', 'param.choice'],
  ])('names what is wrong with %s', (hash, code) => {
    expect(parseHash(`#${hash}`).problems).toMatchObject([{ kind: 'bad', why: { code } }]);
  });
});
