import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fieldsOf, LAYER_KINDS, layerForms } from './layerForms.ts';
import type { LayerKind, LayerSpec } from './layers.ts';
import { formatLayers, parseLayers } from './layerText.ts';
import { NetworkError } from './network.ts';

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

const reasonOf = (text: string): string => {
  try {
    parseLayers(text);
  } catch (thrown) {
    if (thrown instanceof NetworkError) return thrown.message;
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
    ['', /^Layer 1: there is no layer “”\. There are dense, conv, /],
    ['dense10.fold3.relu', /^Layer 2: there is no layer “fold3”\./],
    ['relu.', /^Layer 2: there is no layer “”\./],
    ['dense', /^Layer 1: “dense” is not written as this kind of layer is, for example dense128\.$/],
    ['relu.conv64', /^Layer 2: “conv64” is not written .* for example conv64k4s2\.$/],
    ['dense-5', /^Layer 1: “dense-5” is not written /],
    ['dense0', /^Layer 1: units in “dense0” must lie between 1 and 65536, not 0\.$/],
    ['dense99999999999999999999999999', /units .* must lie between 1 and 65536, not 9{24}…\.$/],
    ['conv8k400s2', /^Layer 1: kernel in “conv8k400s2” must lie between 1 and 64, not 400\.$/],
    ['lrelu1.5', /slope .* must lie between 0 and 1, not 1\.5/],
    ['lrelu1e999', /slope .* must lie between 0 and 1, not 1e999/],
    ['reshape7x7', /must name one number, or height, width and channels/],
    ['flatten.branch10_relu_foo', /^Layer 2: in its branch, layer 2: there is no layer “foo”/],
    ['branch10_branch10_relu', /^Layer 1: in its branch, layer 1: a branch cannot have a branch of its own/],
    ['<script>alert(1)</script>', /^Layer 1: there is no layer “<script>alert\(1\)<\/script…”\./],
  ])('says in one sentence what is wrong with “%s”', (text, sentence) => {
    expect(reasonOf(text)).toMatch(sentence);
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
    expect(reasonOf(`branch10${'_branch10'.repeat(50_000)}`).length).toBeLessThan(200);
    expect(reasonOf(`reshape${'7x'.repeat(200_000)}`).length).toBeLessThan(200);
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
