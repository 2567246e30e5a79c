import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamSpec, ParamValue } from '../../core/params.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { planWith } from './edited.ts';
import { dataOf, formatHash, onData, parseHash, presetOf, recipeOf, type Settings, specsOf } from './hash.ts';

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

const anyChoice = fc
  .constantFrom(...recipes)
  .chain(({ id }) => fc.record({ recipe: fc.constant(id), data: fc.constantFrom(...dataOf([id])) }));

const anyOwn: fc.Arbitrary<Settings> = anyChoice.chain(({ recipe, data }) =>
  fc.record({
    recipe: fc.constant(recipe),
    data: fc.constant(data),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    backend: fc.constantFrom('auto', 'webgpu', 'webgl', 'cpu'),
    run: fc.boolean(),
    stop: fc.integer({ min: 0, max: 1e9 }),
    compare: fc
      .constantFrom([], ['gan', 'dragan'], ['wgan-gp', 'gan', 'lsgan'])
      .filter((ids) => dataOf([recipe, ...ids]).includes(data)),
    generator: fc.constant(''),
    discriminator: fc.constant(''),
    params: fc.record(
      Object.fromEntries(Object.entries(specsOf({ recipe, data })).map(([name, spec]) => [name, anyValue(spec)])),
    ),
  }),
);

/** Small networks that fit whatever examples the settings are about. */
function smallNetworks(settings: Settings) {
  const { discriminator, supervision } = planWith(recipeOf(settings.recipe), settings, {});
  const [height = 0, ...others] = discriminator.input;
  const size = others.reduce((product, n) => product * n, height);
  return {
    generator: `dense${size}.lrelu0.25.reshape${discriminator.input.join('x')}`,
    discriminator: `flatten.dense${supervision ? supervision.classes + 1 : 1}`,
  };
}

const anySettings = fc
  .record({ settings: anyOwn, edited: fc.constantFrom([], ['generator'], ['generator', 'discriminator'] as const) })
  .map(({ settings, edited }): Settings => {
    const networks = smallNetworks(settings);
    return { ...settings, ...Object.fromEntries(edited.map((name) => [name, networks[name]])) };
  });

describe('the link', () => {
  it('is empty for the defaults and reads them back', () => {
    const { settings, problems } = parseHash('');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      recipe: 'cgan-conv',
      data: 'mnist',
      seed: 42,
      backend: 'auto',
      run: false,
      stop: 0,
    });
    expect(formatHash(settings)).toBe('');
    expect(parseHash('#').settings).toEqual(settings);
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(parseHash(`#${formatHash(settings)}`)).toEqual({ settings, problems: [] });
      }),
    );
  });

  it('reads the documented keys', () => {
    const { settings, problems } = parseHash(
      '#recipe=dragan&seed=7&backend=cpu&width=0.25&batch=16&lambda=2.5&dNorm=none&run=1&stop=30',
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ recipe: 'dragan', seed: 7, backend: 'cpu', run: true, stop: 30 });
    expect(settings.params).toMatchObject({ width: 0.25, batch: 16, lambda: 2.5, dNorm: 'none', k: 1 });
  });

  it('names what it cannot read and takes the default instead', () => {
    const { settings, problems } = parseHash('#recipe=nope&seed=-1&width=wide&size=32&batch=9999&backend=abacus');
    expect(problems.map((problem) => `${problem.kind} ${problem.key}`)).toEqual([
      'bad recipe',
      'bad seed',
      'bad width',
      'unknown size',
      'bad batch',
      'bad backend',
    ]);
    expect(formatHash(settings)).toBe('');
  });

  it('takes networks that were made by hand', () => {
    const { settings, problems } = parseHash('#recipe=gan&g=dense784.tanh.reshape28x28x1&d=flatten.dense1');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ generator: 'dense784.tanh.reshape28x28x1', discriminator: 'flatten.dense1' });
    expect(formatHash(settings)).toBe('recipe=gan&g=dense784.tanh.reshape28x28x1&d=flatten.dense1');
    for (const left of [presetOf('dragan', settings), onData(settings, 'swiss-roll')])
      expect(left).toMatchObject({ generator: '', discriminator: '' });
    expect(onData(settings, 'mnist')).toEqual(settings);
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
    const { settings, problems } = parseHash(`#${hash}`);
    if (why === null) return expect(problems).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'networks', key: hash[0], why }]);
    expect(settings).toMatchObject({ generator: '', discriminator: '' });
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

  it('keeps only seed and backend when the recipe changes', () => {
    expect(
      formatHash(presetOf('dragan', { ...parseHash('#width=0.5&stop=3').settings, seed: 5, backend: 'cpu' })),
    ).toBe('recipe=dragan&seed=5&backend=cpu');
  });
});
