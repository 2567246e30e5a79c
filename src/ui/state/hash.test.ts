import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamSpec, ParamValue } from '../../core/params.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { dataOf, formatHash, parseHash, presetOf, type Settings, specsOf } from './hash.ts';

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
  .chain(({ id, data }) => fc.record({ recipe: fc.constant(id), data: fc.constantFrom(...data) }));

const anySettings: fc.Arbitrary<Settings> = anyChoice.chain(({ recipe, data }) =>
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
    params: fc.record(
      Object.fromEntries(Object.entries(specsOf({ recipe, data })).map(([name, spec]) => [name, anyValue(spec)])),
    ),
  }),
);

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
