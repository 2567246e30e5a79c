import { describe, expect, it } from 'vitest';
import { formatLayers } from '../core/layerText.ts';
import { NetworkError } from '../core/network.ts';
import type { ParamValues } from '../core/params.ts';
import { findDataSet } from '../data/sets/index.ts';
import { checkNetwork, NETWORK_LIMITS, networkCautions, withNetworks } from './networks.ts';
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

describe.each(recipes.flatMap(({ id, data }) => data.map((set) => [id, set] as const)))('%s on %s', (id, set) => {
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
});

describe('networks made by hand', () => {
  const plan = planOf('cgan-conv', 'mnist');
  const refusalOf = (generator: string, of = plan): string => {
    try {
      withNetworks(of, { generator });
    } catch (thrown) {
      if (thrown instanceof NetworkError) return thrown.message;
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
    ['dense10.conv8k3s1', 'Layer 2 of G: conv needs an image (height×width×channels), but gets 10.'],
    ['relu.embed5x3', 'Layer 2 of G: it is made for 5 classes, and the data has 10.'],
    ['embed10x3.branch10_dense4_proj9', 'Layer 2 of G: it is made for 9 classes, and the data has 10.'],
    ['branch10_relu_conv8k3s1', expect.stringMatching(/^Layer 1 of G: in its branch, layer 2: conv needs an image/)],
    ['branch10_reshape1x1x10', expect.stringMatching(/^Layer 1 of G: in its branch, layer 1: .* flatten before it\.$/)],
    [
      'dense64.dense65536.dense1024',
      'Layer 3 of G: with it the network has 72 million weights; at most 20 million are allowed.',
    ],
    [
      'reshape1x1x64.convT8k2s16.convT8k2s16.convT8k2s16',
      'Layer 4 of G: with it the layers make 4,312 million numbers of a batch of 32; at most 100 million are allowed.',
    ],
    [
      'dense784.reshape28x28x1.conv256k3s1.conv256k33s1.conv1k3s1',
      expect.stringMatching(/^Layer 4 of G: with it the network has 72 million weights/),
    ],
    [
      'dense784.reshape28x28x1.conv99k3s1.conv99k40s1.conv1k3s1',
      'Layer 4 of G: with it a batch of 32 takes 393,449 million multiplications; at most 100,000 million are allowed.',
    ],
    [Array(41).fill('relu').join('.'), 'Layer 41 of G: a network has at most 40 layers.'],
    [`reshape1x1x64${'.convT1k1s16'.repeat(39)}`, expect.stringMatching(/million numbers of a batch/)],
    ['foo', expect.stringMatching(/^Layer 1 of G: there is no layer “foo”\./)],
  ])('%s is refused with one sentence', (text, sentence) => {
    expect(refusalOf(text)).toEqual(sentence);
  });

  it('cannot ask for a class that they are not told, nor be empty', () => {
    const gan = planOf('gan', 'mnist');
    expect(refusalOf('embed10x3', gan)).toMatch(/asks for the class/);
    expect(() => checkNetwork({ ...gan.generator, layers: [] }, gan)).toThrow(/at least one layer/);
  });

  it('may hold as much as the limits say', () => {
    const exact = { ...plan.generator, input: [NETWORK_LIMITS.parameters / 100 - 1], layers: [] };
    const layers = [{ kind: 'dense', units: 100 }] as const;
    expect(checkNetwork({ ...exact, layers }, plan).parameters).toBe(NETWORK_LIMITS.parameters);
    expect(() => checkNetwork({ ...exact, input: [NETWORK_LIMITS.parameters / 100], layers }, plan)).toThrow(
      /21 million/,
    );
  });

  it('deserve a word where they cannot do what they shall', () => {
    const cautionsOf = (generator: string, discriminator: string) =>
      networkCautions(withNetworks(plan, { generator, discriminator }));
    expect(cautionsOf('embed10x4.dense784.tanh.reshape28x28x1', 'flatten.proj10')).toEqual([]);
    expect(cautionsOf('embed10x4.dense784.sigmoid.reshape28x28x1', 'flatten.proj10.sigmoid')).toEqual([
      expect.stringMatching(/^Pixels run from −1 to 1\. G does not end in tanh/),
      expect.stringMatching(/^D ends in an activation/),
    ]);
    expect(cautionsOf('dense784.tanh.reshape28x28x1', 'flatten.dense1')).toEqual([
      expect.stringMatching(/^No layer of G is told/),
      expect.stringMatching(/^No layer of D is told/),
    ]);
  });
});
