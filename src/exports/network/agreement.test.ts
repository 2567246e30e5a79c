/** Networks that are taken along compute what ours do, as others see it. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../../core/layerForms.ts';
import type { LayerSpec } from '../../core/layers.ts';
import { parseLayers } from '../../core/layerText.ts';
import { sizeOf } from '../../core/network.ts';
import type { ParamValues } from '../../core/params.ts';
import { initialState, openStream } from '../../core/random.ts';
import { dataSets } from '../../data/sets/index.ts';
import { drawLatent } from '../../engine/step/latent.ts';
import { sample } from '../../engine/step/trainer.ts';
import { offersOf } from '../../gan/offers.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { makeExport } from '../makers.ts';
import { type Inputs, runOnnx, runTfjs } from '../testing/readers.ts';
import { type TrainedRun, trainRun } from '../testing/source.ts';

const N = 3;

interface Case {
  readonly name: string;
  readonly recipe: string;
  readonly data: string;
  readonly params?: ParamValues;
  readonly generator?: string;
  readonly discriminator?: string;
}

/** Every recipe on a set of each kind that it takes. */
const systems = recipes.flatMap((recipe): Case[] => {
  const suited = offersOf(recipe, dataSets);
  const kinds = [...new Set(suited.map(({ kind }) => kind))];
  return kinds.map((of) => {
    const data = suited.find(({ kind }) => kind === of)?.id as string;
    return { name: `${recipe.id} on ${data}`, recipe: recipe.id, data };
  });
});

const edited: readonly Case[] = [
  {
    name: 'layers that look at the class, of every kind',
    recipe: 'cgan-conv',
    data: 'mnist',
    params: { weights: 'current', statistics: 'batch' },
    generator:
      'embed10x3.branch10_dense8_bn_lrelu0.3_maxout6x3.drop0.3.dense294.bn.sigmoid.reshape7x7x6.convT5k3s2.ln.relu.conv4k4s3.convT3k2s3.bn.lrelu0.2.convT2k1s2.conv6k3s1v.pool2.flatten.dense784.tanh.reshape28x28x1',
    discriminator: 'conv3k5s2.lrelu0.2.conv4k3s2v.bn.pool2.ln.flatten.branch10_dense4.maxout12x2.drop0.5.proj10',
  },
  {
    name: 'layers that do not, with the moving average',
    recipe: 'gan',
    data: 'mnist',
    params: { weights: 'average' },
    generator: 'dense36.ln.reshape3x3x4.convT5k5s1v.bn.convT3k3s2v.tanh.flatten.dense784.sigmoid.reshape28x28x1',
    discriminator: 'pool3.conv2k2s1.flatten.bn.dense1',
  },
];

const kindsIn = (layers: readonly LayerSpec[]): readonly string[] =>
  layers.flatMap((layer) => [layer.kind, ...(layer.kind === 'labelBranch' ? kindsIn(layer.layers) : [])]);

it('the networks made by hand have every kind of layer', () => {
  const texts = edited.flatMap(({ generator = '', discriminator = '' }) => [generator, discriminator]);
  const found = new Set(texts.flatMap((text) => kindsIn(parseLayers(text))));
  expect([...found].toSorted()).toEqual([...LAYER_KINDS].toSorted());
});

function farthest(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);
}

/** Latent points and classes, and what our G draws of them. */
function drawn({ source: { plan }, training }: TrainedRun): { inputs: Inputs; expected: Float32Array } {
  const values = drawLatent(plan.latent, N, openStream(initialState(5, 'latent')));
  const labels = Int32Array.from({ length: N }, (_, i) => (7 * i) % Math.max(1, plan.classes));
  const output = sample(training.trainer(), values, labels);
  const expected = output.dataSync<'float32'>().slice();
  output.dispose();
  return { inputs: { end: { name: 'z', shape: [plan.latent.size] }, values, labels }, expected };
}

/** Examples and classes, and what our D says of them. */
function judged({ source: { plan }, training }: TrainedRun): { inputs: Inputs; expected: Float32Array } {
  const { input: shape } = plan.discriminator;
  const name = plan.examples.kind === 'image' ? 'images' : 'points';
  const values = openStream(initialState(6, 'noise')).normal(new Float32Array(N * sizeOf(shape)), 0, 0.5);
  const labels = Int32Array.from({ length: N }, (_, i) => (3 * i) % Math.max(1, plan.classes));
  const output = tf.tidy(() =>
    training.trainer().discriminator.forward(tf.tensor(values, [N, ...shape]), {
      labels: plan.classes > 0 ? tf.tensor1d(labels, 'int32') : null,
      statistics: 'running',
      updatesRunning: false,
      dropout: null,
    }),
  );
  const expected = output.dataSync<'float32'>().slice();
  output.dispose();
  return { inputs: { end: { name, shape }, values, labels }, expected };
}

describe.each([...systems, ...edited])('$name', ({ name: _, ...run }) => {
  it('is elsewhere what it is here', async () => {
    const trained = await trainRun({ ...run, steps: 2 });
    const { source, training, backend } = trained;
    backend.activate();
    const [ofG, ofD] = [drawn(trained), judged(trained)];
    training.dispose();
    const made = async (id: string) => (await makeExport(id, source)) as Uint8Array;
    expect(farthest(await runOnnx(await made('onnx'), ofG.inputs), ofG.expected)).toBeLessThan(1e-5);
    expect(farthest(await runTfjs(await made('tfjs'), ofG.inputs), ofG.expected)).toBeLessThan(1e-5);
    expect(farthest(await runOnnx(await made('onnx-discriminator'), ofD.inputs), ofD.expected)).toBeLessThan(1e-5);
  });
});
