import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../i18n/problems/index.ts';
import { type Field, fieldsOf, LAYER_KINDS, layerForms } from './layerForms.ts';
import type { LayerKind, LayerSpec } from './layers.ts';
import { formatLayers, parseLayers } from './layerText.ts';
import { NetworkError } from './network.ts';
import type { NetworkProblem } from './problems/networks.ts';

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'number':
      return fc.oneof(
        fc.double({ min: field.min, max: field.max, noNaN: true }).map(Math.abs), // No −0: nobody writes it.
        fc.constantFrom(field.min, field.max, field.usual ?? field.max),
      );
    case 'classes':
      return fc.integer({ min: 1, max: field.max });
    case 'padding':
      return fc.constantFrom('same', 'valid');
    case 'shape': {
      const side = fc.integer({ min: 1, max: field.max });
      return fc.oneof(fc.tuple(side), fc.tuple(side, side, side));
    }
    case 'layers':
      return fc.array(fc.oneof(...LAYER_KINDS.filter((kind) => kind !== 'labelBranch').map(anyOfKind)), {
        minLength: 1,
        maxLength: 4,
      });
    default:
      return field satisfies never;
  }
}

const anyOfKind = (kind: LayerKind): fc.Arbitrary<LayerSpec> =>
  fc
    .record(Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, anyValue(field)])))
    .map((values) => ({ kind, ...values }) as LayerSpec);
const anyLayers = fc.array(fc.oneof(...LAYER_KINDS.map(anyOfKind)), { minLength: 1, maxLength: 40 });

const problemOf = (text: string): NetworkProblem => {
  try {
    parseLayers(text);
  } catch (thrown) {
    if (thrown instanceof NetworkError) return thrown.problem;
    throw thrown;
  }
  throw new Error(`“${text}” was read.`);
};

describe('layers as text', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        expect(parseLayers(formatLayers(layers))).toEqual(layers);
      }),
    );
  });

  it('is short and needs no escapes in a link', () => {
    const text = 'dense1024.bn.relu.reshape7x7x128.convT64k4s2.bn-eps0.001-mom0.99.lrelu0.2.convT1k4s2v.tanh';
    expect(formatLayers(parseLayers(text))).toBe(text);
    expect(new URLSearchParams({ g: text }).toString()).toBe(`g=${text}`);
    expect(formatLayers([{ kind: 'batchNorm', epsilon: 1e-7, momentum: 0.9 }])).toBe('bn-eps1e-7');
  });

  it('writes a branch with its layers', () => {
    const [branch] = parseLayers('branch10_dense1000_lrelu0.2');
    expect(branch).toEqual({
      kind: 'labelBranch',
      classes: 10,
      layers: [
        { kind: 'dense', units: 1000 },
        { kind: 'leakyRelu', slope: 0.2 },
      ],
    });
  });

  it.each([
    ['', 0, { code: 'layer.unknown', text: '', known: expect.arrayContaining(['dense', 'conv']) }],
    ['dense10.fold3.relu', 1, { code: 'layer.unknown', text: 'fold3' }],
    ['relu.', 1, { code: 'layer.unknown', text: '' }],
    ['dense', 0, { code: 'layer.miswritten', text: 'dense', example: 'dense128' }],
    ['relu.conv64', 1, { code: 'layer.miswritten', text: 'conv64', example: 'conv64k4s2' }],
    ['dense-5', 0, { code: 'layer.miswritten', text: 'dense-5' }],
    ['dense0', 0, { code: 'layer.range', text: 'dense0', field: 'units', value: '0', min: 1, max: 65536 }],
    [`dense${'9'.repeat(26)}`, 0, { code: 'layer.range', field: 'units', value: '9'.repeat(26) }],
    ['conv8k400s2', 0, { code: 'layer.range', field: 'kernel', value: '400', min: 1, max: 64 }],
    ['lrelu1.5', 0, { code: 'layer.range', field: 'slope', value: '1.5', min: 0, max: 1 }],
    ['lrelu1e999', 0, { code: 'layer.range', field: 'slope', value: '1e999' }],
    ['reshape7x7', 0, { code: 'layer.shape', text: 'reshape7x7' }],
    [
      'flatten.branch10_relu_foo',
      1,
      { code: 'layer.inBranch', layer: 1, fault: { code: 'layer.unknown', text: 'foo' } },
    ],
    ['branch10_branch10_relu', 0, { code: 'layer.inBranch', layer: 0, fault: { code: 'layer.nestedBranch' } }],
    ['<script>alert(1)</script>', 0, { code: 'layer.unknown', text: '<script>alert(1)</script>' }],
  ])('says what is wrong with “%s”, at layer %i counted from 0', (text, layer, fault) => {
    expect(problemOf(text)).toMatchObject({ code: 'network.layer', network: null, layer, fault });
  });

  it('reads any text or says why not, also long ones, at once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          anyLayers.map((layers) => formatLayers(layers).slice(1, -1)),
        ),
        (text) => {
          try {
            expect(parseLayers(text).length).toBeGreaterThan(0);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(NetworkError);
          }
        },
      ),
    );
    expect(sentenceOf(problemOf(`branch10${'_branch10'.repeat(50_000)}`)).length).toBeLessThan(200);
    expect(sentenceOf(problemOf(`reshape${'7x'.repeat(200_000)}`)).length).toBeLessThan(200);
  });
});

it('puts layers in that can be written', () => {
  for (const kind of LAYER_KINDS) {
    for (const input of [null, [5], [4, 4, 3]]) {
      const layers = [layerForms[kind].fresh({ input, classes: 10 })];
      expect(parseLayers(formatLayers(layers))).toEqual(layers);
    }
  }
});
