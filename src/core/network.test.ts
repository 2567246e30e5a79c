import { describe, expect, it } from 'vitest';
import { findRecipe } from '../gan/recipes/index.ts';
import type { LayerSpec, NetworkSpec, Shape } from './network.ts';
import { describeNetwork, NetworkError } from './network.ts';
import type { LayerFault } from './problems/networks.ts';

const network = (input: Shape, ...layers: LayerSpec[]): NetworkSpec => ({ input, init: { kind: 'torch' }, layers });
const mnist = { kind: 'image', height: 28, width: 28, channels: 1, classes: 10 } as const;

const planOf = (id: string) => {
  const plan = findRecipe(id)?.plan({}, mnist);
  if (!plan) throw new Error(`There is no recipe ${id}.`);
  return plan;
};

describe('the published networks', () => {
  it('CGAN has the popular code’s parameter counts', () => {
    // Counted by hand: embedding, dense kernels and biases, scale and offset of each batch normalisation.
    const dense = (inputs: number, units: number) => inputs * units + units;
    const { generator, discriminator } = planOf('cgan');
    const g = describeNetwork(generator);
    expect(g.output).toEqual([28, 28, 1]);
    expect(g.parameters).toBe(
      100 +
        dense(110, 128) +
        dense(128, 256) +
        512 +
        dense(256, 512) +
        1024 +
        dense(512, 1024) +
        2048 +
        dense(1024, 784),
    );
    const d = describeNetwork(discriminator);
    expect(d.output).toEqual([1]);
    expect(d.parameters).toBe(100 + dense(794, 512) + 2 * dense(512, 512) + dense(512, 1));
  });

  it('DRAGAN goes 7 → 14 → 28 and back', () => {
    const { generator, discriminator } = planOf('dragan');
    const shapes = (spec: NetworkSpec) => describeNetwork(spec).layers.map(({ output }) => output.join('×'));
    expect(shapes(generator)).toContain('14×14×64');
    expect(describeNetwork(generator).output).toEqual([28, 28, 1]);
    expect(shapes(discriminator)).toContain('7×7×128');
    expect(describeNetwork(discriminator).output).toEqual([1]);
  });
});

describe('a network that does not fit', () => {
  it.each<[NetworkSpec, number, LayerFault]>([
    [
      network([28, 28, 1], { kind: 'dense', units: 5 }),
      0,
      { code: 'layer.needsVector', kind: 'dense', input: [28, 28, 1] },
    ],
    [
      network([10], { kind: 'dense', units: 5 }, { kind: 'conv', filters: 1, kernel: 3, stride: 1, padding: 'same' }),
      1,
      { code: 'layer.needsImage', kind: 'conv', input: [5] },
    ],
    [
      network([10], { kind: 'reshape', shape: [3, 3, 1] }),
      0,
      { code: 'layer.reshape', input: [10], output: [3, 3, 1] },
    ],
    [
      network([2, 2, 1], { kind: 'conv', filters: 1, kernel: 3, stride: 1, padding: 'valid' }),
      0,
      { code: 'layer.kernelTooLarge', side: 3, input: [2, 2, 1] },
    ],
  ])('is refused at the layer that causes it', (spec, layer, fault) => {
    expect(() => describeNetwork(spec)).toThrow(new NetworkError(layer, fault));
  });
});
