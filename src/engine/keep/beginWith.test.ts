/** Weights from files: PyTorch's own networks, as it writes them, give here what they give there. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeNetwork, type NetworkSpec } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import { createNetwork, type Network } from '../../gan/layers/network.ts';
import { writeHeader } from '../../record/layout.ts';
import { encodeTensors } from '../../record/safetensors.ts';
import { start } from '../backends/cpu.ts';
import { fitFile } from './beginWith.ts';
import recorded from './testing/torch.json' with { type: 'json' };

const init = { kind: 'torch' } as const;
const EPSILON = 1e-5;
const G: NetworkSpec = {
  input: [5],
  init,
  layers: [
    { kind: 'dense', units: 12 },
    { kind: 'batchNorm', epsilon: EPSILON, momentum: 0.9 },
    { kind: 'relu' },
    { kind: 'reshape', shape: [2, 2, 3] },
    { kind: 'convTranspose', filters: 2, kernel: 2, stride: 2, padding: 'same' },
    { kind: 'tanh' },
  ],
};
const D: NetworkSpec = {
  input: [4, 4, 2],
  init,
  layers: [
    { kind: 'conv', filters: 3, kernel: 2, stride: 2, padding: 'same' },
    { kind: 'leakyRelu', slope: 0.2 },
    { kind: 'flatten' },
    { kind: 'dense', units: 4 },
    { kind: 'leakyRelu', slope: 0.2 },
    { kind: 'dense', units: 1 },
  ],
};
const networks = { generator: describeNetwork(G), discriminator: describeNetwork(D) };

type Recorded = Readonly<Record<string, { dtype: string; shape: number[]; values: number[] }>>;

/** As the safetensors library lays a state_dict out. */
function fileOf(tensors: Recorded): Blob {
  let end = 0;
  const data: Uint8Array<ArrayBuffer>[] = [];
  const entries = new Map<string, { dtype: string; shape: number[]; begin: number; end: number }>();
  for (const [name, { dtype, shape, values }] of Object.entries(tensors)) {
    const bytes = new Uint8Array(
      dtype === 'I64' ? BigInt64Array.from(values.map(BigInt)).buffer : Float32Array.from(values).buffer,
    );
    entries.set(name, { dtype, shape, begin: end, end: end + bytes.length });
    end += bytes.length;
    data.push(bytes);
  }
  return new Blob([writeHeader(entries, { format: 'pt' }), ...data]);
}

const prefixed = (prefix: string, tensors: Recorded): Recorded =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [prefix + name, tensor]));

beforeAll(async () => (await start()).activate());

const context = { labels: null, statistics: 'running', updatesRunning: false, dropout: null } as const;

/** What a network with these weights gives. */
function outputOf(spec: NetworkSpec, values: ReadonlyMap<string, Float32Array>, x: readonly number[]): number[] {
  const network: Network = createNetwork(spec, openStream(initialState(1, 'generator')));
  for (const { name, variable } of network.weights) variable.assign(tf.tensor(values.get(name) ?? [], variable.shape));
  const input = tf.tensor([...x], [x.length / spec.input.reduce((a, b) => a * b), ...spec.input]);
  const output = [...network.forward(input, context).dataSync()];
  network.dispose();
  return output;
}

const near = (found: number[], wanted: number[]): void => {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(wanted[i] as number, 5);
};

const both = { ...prefixed('netG.', recorded.G), ...prefixed('netD.', recorded.D) };

it('both networks of one file compute what they compute in PyTorch', async () => {
  const fitted = await fitFile(networks, fileOf(both));
  const [generator, discriminator] = [fitted.get('generator'), fitted.get('discriminator')];
  if (!generator || !discriminator) throw new Error('One of them was not found.');
  near(outputOf(G, generator, recorded.z), recorded.images);
  near(outputOf(D, discriminator, recorded.images), recorded.scores);
});

it.each(['generator', 'discriminator'] as const)('a file of the %s alone is known by what fits', async (part) => {
  const tensors = part === 'generator' ? recorded.G : recorded.D;
  expect([...(await fitFile(networks, fileOf(tensors))).keys()]).toEqual([part]);
});

it('under our own names weights are taken as they are', async () => {
  const kernel = Float32Array.from({ length: 60 }, (_, i) => i);
  const fitted = await fitFile(networks, fileOf(both));
  const own = new Map(
    [...(fitted.get('generator') ?? [])].map(([name, values]) => {
      const [layer = 0, , weight] = name.split('.');
      const found = networks.generator.layers[Number(layer)]?.weights.find((one) => one.name === weight);
      return [`generator.${name}`, { shape: found?.shape ?? [], values: name === '0.dense.kernel' ? kernel : values }];
    }),
  );
  const again = await fitFile(networks, new Blob([encodeTensors({ tensors: own, metadata: {} })]));
  expect(again.get('generator')?.get('0.dense.kernel')).toEqual(kernel);
});

describe('weights are refused', () => {
  const wider = { ...recorded.G['0.weight'], shape: [6, 10] };
  const { '4.bias': _, ...without } = recorded.G;
  it.each<[string, Recorded, object]>([
    [
      'of another width, with the first tensor that does not fit',
      { ...recorded.G, '0.weight': wider },
      { code: 'weights.unfit', network: 'generator', layer: 1, name: '0.weight', found: [6, 10], wanted: [12, 5] },
    ],
    [
      'with one missing',
      without,
      { code: 'weights.unfit', network: 'generator', layer: 5, name: '4.bias', found: null, wanted: [2] },
    ],
    [
      'with one too many',
      { ...recorded.G, '7.weight': recorded.G['0.weight'] },
      { code: 'weights.more', network: 'generator', name: '7' },
    ],
    ['that are none', { steps: { dtype: 'I64', shape: [1], values: [1] } }, { code: 'weights.none' }],
  ])('%s', async (_name, tensors, problem) => {
    await expect(fitFile(networks, fileOf(tensors))).rejects.toMatchObject({ problem });
  });
});
