import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYER_KINDS, layerForms } from '../../core/layerForms.ts';
import { findRecipe } from '../../gan/recipes/index.ts';
import { dense, flatten, relu, tanh } from '../../gan/specs.ts';
import {
  canBeApplied,
  changeLayer,
  type Draft,
  draftOf,
  editedBy,
  insertLayer,
  inspect,
  judge,
  moveLayer,
  parseShape,
  removeLayer,
} from './draft.ts';

function planOf(id: string) {
  const plan = findRecipe(id)?.plan({}, { kind: 'image', height: 28, width: 28, channels: 1, classes: 10 });
  if (!plan) throw new Error(`There is no recipe ${id}.`);
  return plan;
}
const gan = planOf('gan');
const OWN = { generator: '', discriminator: '' };
const own = draftOf(gan, OWN);
const withD = (...discriminator: Draft['discriminator']): Draft => ({ ...own, discriminator });

describe('a draft', () => {
  it('begins as the recipe’s own and says so', () => {
    expect(own.generator).toBe(gan.generator.layers);
    expect(editedBy(gan, own)).toEqual(OWN);
    expect(canBeApplied(judge(gan, own))).toBe(true);
  });

  it('comes back from the text that it was applied as', () => {
    const edited = editedBy(gan, withD(flatten, dense(1)));
    expect(edited).toEqual({ generator: '', discriminator: 'flatten.dense1' });
    expect(draftOf(gan, edited)).toEqual(withD(flatten, dense(1)));
  });

  it('has its layers added, removed, moved and changed, and leaves the old ones alone', () => {
    const layers = [flatten, dense(5), relu];
    expect(insertLayer(layers, 1, tanh)).toEqual([flatten, tanh, dense(5), relu]);
    expect(insertLayer(layers, 0, tanh)[0]).toBe(tanh);
    expect(removeLayer(layers, 1)).toEqual([flatten, relu]);
    expect(moveLayer(layers, 1, 1)).toEqual([flatten, relu, dense(5)]);
    expect(moveLayer(layers, 1, -1)).toEqual([dense(5), flatten, relu]);
    expect(moveLayer(layers, 0, -1)).toBe(layers);
    expect(moveLayer(layers, 2, 1)).toBe(layers);
    expect(changeLayer(dense(5), 'units', 7)).toEqual(dense(7));
    expect(layers).toEqual([flatten, dense(5), relu]);
  });

  it('loses nothing when a layer is moved to and fro', () => {
    const kinds = fc.array(fc.constantFrom(...LAYER_KINDS), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(kinds, fc.nat(), (some, n) => {
        const layers = some.map((kind) => layerForms[kind].fresh({ input: [8], classes: 10 }));
        const at = n % (layers.length - 1);
        expect(moveLayer(moveLayer(layers, at, 1), at + 1, -1)).toEqual(layers);
        const added = layerForms.relu.fresh({ input: null, classes: 10 });
        expect(removeLayer(insertLayer(layers, at, added), at)).toEqual(layers);
      }),
    );
  });
});

describe('what is said about a draft', () => {
  const inspectD = (...layers: Draft['discriminator']) => inspect({ ...gan.discriminator, layers }, gan);

  it('is the error at the layer that causes it, with all shapes before it', () => {
    const { known, error } = inspectD(
      flatten,
      relu,
      dense(30),
      layerForms.conv.fresh({ input: null, classes: 0 }),
      relu,
    );
    expect(known.map(({ output }) => output)).toEqual([[784], [784], [30]]);
    expect(error).toEqual({ layer: 3, fault: { code: 'layer.needsImage', kind: 'conv', input: [30] } });
  });

  it('is the first error, where there are errors of several sorts', () => {
    // A layer too many, one that asks for the class, and, before both, one that does not fit.
    const tail = Array<typeof relu>(40).fill(relu);
    const asking = layerForms.labelEmbedding.fresh({ input: null, classes: 10 });
    expect(inspectD(relu, dense(4), ...tail).error).toMatchObject({ layer: 1 });
    expect(inspectD(flatten, asking, ...tail).error).toMatchObject({ layer: 1 });
    expect(inspectD(flatten, ...tail)).toMatchObject({ error: { layer: 40 } });
    expect(inspectD(flatten, ...tail).known).toHaveLength(40);
  });

  it('is a missing layer, where there is none', () => {
    expect(inspectD()).toEqual({ known: [], error: { layer: 0, fault: { code: 'layer.missing' } } });
  });

  it('blames the network without which all would be well', () => {
    expect(judge(gan, withD(flatten, dense(2))).refusal).toMatchObject({ by: 'discriminator' });
    expect(judge(gan, { ...own, generator: [dense(784)] }).refusal).toMatchObject({ by: 'generator' });
    expect(judge(gan, { generator: [dense(784)], discriminator: [flatten, dense(2)] }).refusal?.by).toBeNull();
    expect(
      judge(planOf('sgan'), { ...draftOf(planOf('sgan'), OWN), discriminator: [flatten, dense(10)] }).refusal?.why,
    ).toMatchObject({ code: 'sound.outputs', outputs: 11, output: [10] });
    for (const draft of [withD(flatten, dense(2)), withD(dense(1))])
      expect(canBeApplied(judge(gan, draft))).toBe(false);
  });

  it('is a word of caution where it can be trained all the same', () => {
    const verdict = judge(gan, withD(flatten, dense(1), tanh));
    expect(verdict.cautions).toEqual([{ code: 'caution.squashed' }]);
    expect(canBeApplied(verdict)).toBe(true);
  });
});

it('reads shapes as people type them', () => {
  expect(parseShape('7×7×64', 100)).toEqual([7, 7, 64]);
  expect(parseShape(' 7 x 7, 64 ', 100)).toEqual([7, 7, 64]);
  expect(parseShape('49', 100)).toEqual([49]);
  for (const bad of ['', '7×7', '7×7×', '0×7×7', '7.5', '101', '7×7×7×7', 'seven'])
    expect(parseShape(bad, 100)).toBeNull();
});
