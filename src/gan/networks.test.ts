import { describe, expect, it } from 'vitest';
import { formatLayers } from '../core/layerText.ts';
import { NetworkError } from '../core/network.ts';
import type { ParamValues } from '../core/params.ts';
import type { NetworkProblem } from '../core/problems/networks.ts';
import { dataSets, findDataSet } from '../data/sets/index.ts';
import { checkNetwork, NETWORK_LIMITS, networkCautions, withNetworks } from './networks.ts';
import { offersOf } from './offers.ts';
import type { Plan } from './plan.ts';
import { findRecipe, recipes } from './recipes/index.ts';
import { unsound } from './soundness.ts';

function planOf(id: string, set: string, params: ParamValues = {}): Plan {
  const data = findDataSet(set);
  const plan = data && findRecipe(id)?.plan(params, { ...data, classes: data.classes.length });
  if (!plan) throw new Error(`There is no ${id} on ${set}.`);
  return plan;
}

const textsOf = ({ generator, discriminator }: Plan) => ({
  generator: formatLayers(generator.layers),
  discriminator: formatLayers(discriminator.layers),
});

describe.each(recipes.flatMap((recipe) => offersOf(recipe, dataSets).map((set) => [recipe.id, set.id] as const)))(
  '%s on %s',
  (id, set) => {
    const plan = planOf(id, set);

    it('comes back the same from the text of its networks', () => {
      expect(withNetworks(plan, textsOf(plan))).toEqual(plan);
    });

    it('could have been made by hand, with nothing to be said against it', () => {
      for (const width of [0.02, 1, 1.4]) {
        const wide = planOf(id, set, { width });
        expect(unsound(withNetworks(wide, textsOf(wide)))).toBeNull();
      }
      expect(networkCautions(plan)).toEqual([]);
    });
  },
);

describe('networks made by hand', () => {
  const plan = planOf('cgan-conv', 'mnist');
  const refusalOf = (generator: string, of = plan): NetworkProblem => {
    try {
      withNetworks(of, { generator });
    } catch (thrown) {
      if (thrown instanceof NetworkError) return thrown.problem;
      throw thrown;
    }
    throw new Error(`“${generator}” was taken.`);
  };

  it('take the place of one network and leave the rest as it is', () => {
    const edited = withNetworks(plan, { discriminator: 'flatten.dense64.lrelu0.2.proj10' });
    expect(edited.discriminator.layers).toHaveLength(4);
    expect(edited.discriminator.init).toEqual(plan.discriminator.init);
    expect({ ...edited, discriminator: plan.discriminator }).toEqual(plan);
    expect(withNetworks(plan, { generator: '' })).toEqual(plan);
  });

  it.each([
    ['dense10.conv8k3s1', 1, { code: 'layer.needsImage', kind: 'conv', input: [10] }],
    ['relu.embed5x3', 1, { code: 'layer.otherClasses', asked: 5, given: 10 }],
    ['embed10x3.branch10_dense4_proj9', 1, { code: 'layer.otherClasses', asked: 9, given: 10 }],
    ['branch10_relu_conv8k3s1', 0, { code: 'layer.inBranch', layer: 1, fault: { code: 'layer.needsImage' } }],
    ['branch10_reshape1x1x10', 0, { code: 'layer.inBranch', layer: 0, fault: { code: 'layer.needsVector' } }],
    ['dense64.dense65536.dense1024', 2, { code: 'layer.weights', count: 71_373_888, most: 20_000_000 }],
    [
      'reshape1x1x64.convT8k2s16.convT8k2s16.convT8k2s16',
      3,
      { code: 'layer.values', count: 4_311_812_096, most: 100_000_000, batch: 32 },
    ],
    ['dense784.reshape28x28x1.conv256k3s1.conv256k33s1.conv1k3s1', 3, { code: 'layer.weights', count: 71_422_480 }],
    [
      'dense784.reshape28x28x1.conv99k3s1.conv99k40s1.conv1k3s1',
      3,
      { code: 'layer.products', count: 393_448_932_352, most: 100_000_000_000, batch: 32 },
    ],
    [Array(41).fill('relu').join('.'), 40, { code: 'layer.tooMany', most: 40 }],
    [`reshape1x1x64${'.convT1k1s16'.repeat(39)}`, 3, { code: 'layer.values' }],
    ['foo', 0, { code: 'layer.unknown', text: 'foo' }],
  ])('%s is refused at layer %i, counted from 0', (text, layer, fault) => {
    expect(refusalOf(text)).toMatchObject({ code: 'network.layer', network: 'G', layer, fault });
  });

  it('cannot ask for a class that they are not told, nor be empty', () => {
    const gan = planOf('gan', 'mnist');
    expect(refusalOf('embed10x3', gan)).toMatchObject({ fault: { code: 'layer.noClasses' } });
    expect(() => checkNetwork({ ...gan.generator, layers: [] }, gan)).toThrow('layer.missing');
  });

  it('may hold as much as the limits say', () => {
    const exact = { ...plan.generator, input: [NETWORK_LIMITS.parameters / 100 - 1], layers: [] };
    const layers = [{ kind: 'dense', units: 100 }] as const;
    expect(checkNetwork({ ...exact, layers }, plan).parameters).toBe(NETWORK_LIMITS.parameters);
    expect(() => checkNetwork({ ...exact, input: [NETWORK_LIMITS.parameters / 100], layers }, plan)).toThrow(
      'layer.weights',
    );
  });

  it('deserve a word where they cannot do what they shall', () => {
    const cautionsOf = (generator: string, discriminator: string) =>
      networkCautions(withNetworks(plan, { generator, discriminator }));
    expect(cautionsOf('embed10x4.dense784.tanh.reshape28x28x1', 'flatten.proj10')).toEqual([]);
    expect(cautionsOf('embed10x4.dense784.sigmoid.reshape28x28x1', 'flatten.proj10.sigmoid')).toEqual([
      { code: 'caution.range', range: 'symmetric', activation: 'tanh' },
      { code: 'caution.squashed' },
    ]);
    expect(cautionsOf('dense784.tanh.reshape28x28x1', 'flatten.dense1')).toEqual([
      { code: 'caution.untold', network: 'G' },
      { code: 'caution.untold', network: 'D' },
    ]);
  });
});
