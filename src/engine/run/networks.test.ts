/** Runs whose networks were made by hand: they train, keep them under live changes, and travel in checkpoints. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWhole } from '../../../scripts/build/packedData.ts';
import type { RunConfig } from '../../core/config.ts';
import type { LoadedExamples } from '../../data/points.ts';
import { drawPointSet } from '../../data/points.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../record/checkpoint.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { changePlan, resolve } from './resolve.ts';
import { createTraining } from './training.ts';

const unusable = (why: object) => ({ code: 'networks.unusable', why: { code: 'network.layer', ...why } });

let backend: StartedBackend;
beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

async function open(config: RunConfig) {
  const { plan } = resolve(config);
  const info = findDataSet(config.data);
  if (!info) throw new Error(`There is no data set ${config.data}.`);
  const data: LoadedExamples = info.kind === 'points' ? drawPointSet(info, config.seed) : await loadWhole(info);
  return createTraining({ config, plan, data, backend });
}

const run = (recipe: string, data: string, networks: Partial<RunConfig>): RunConfig => ({
  recipe,
  data,
  seed: 3,
  params: { width: 0.03, batch: 4 },
  ...networks,
});

describe('a run with networks made by hand', () => {
  it.each([
    ['cgan-conv', 'mnist', { generator: 'embed10x3.dense98.lrelu0.1.reshape7x7x2.convT3k4s2.bn.relu.convT1k4s2.tanh' }],
    ['cgan-conv', 'mnist', { discriminator: 'conv3k5s3.ln.lrelu0.2.pool2.flatten.drop0.3.maxout6x3.proj10' }],
    // A stride beyond the kernel, and a kernel beyond the image.
    [
      'gan',
      'mnist',
      {
        generator: 'dense49.relu.reshape7x7x1.convT2k2s4.conv1k9s1.tanh',
        discriminator: 'conv2k1s3.conv2k13s1.flatten.dense1',
      },
    ],
    ['cgan-paper', 'mnist', { generator: 'branch10_dense8_bn_relu.dense784.sigmoid.reshape28x28x1' }],
    ['sgan', 'mnist', { discriminator: 'flatten.dense8.relu.dense11' }],
    ['wgan-gp', 'swiss-roll', { generator: 'dense2', discriminator: 'dense8.tanh.dense1' }],
  ] as const)('%s on %s, %o, trains', async (recipe, data, networks) => {
    const config = run(recipe, data, networks);
    const training = await open(config);
    for (let step = 0; step < 4; step++) training.advance('both');
    const { rows, bad } = await training.readBack();
    expect(bad).toBeNull();
    expect(rows.steps).toHaveLength(4);

    await training.keepSnapshot();
    const snapshot = training.snapshot();
    if (!snapshot) throw new Error('There is no snapshot.');
    const saved = decodeCheckpoint(encodeCheckpoint({ config, snapshot }));
    expect(saved.config).toEqual(config);
    expect(resolve(saved.config).plan).toEqual(resolve(config).plan);
    training.dispose();
  });

  it('keeps them when something else is changed live', () => {
    const config = run('gan', 'mnist', { discriminator: 'flatten.dense1' });
    const resolved = resolve(config);
    const { plan } = changePlan(resolved, config.params, { lrD: 1e-4 });
    expect(plan.discriminator).toEqual(resolved.plan.discriminator);
    expect(plan.discriminator.layers).toHaveLength(2);
  });

  it.each([
    [{ generator: 'dense784.tanh' }, { code: 'sound.shapes', drawn: [784], judged: [28, 28, 1] }],
    [{ discriminator: 'flatten.dense2' }, { code: 'sound.outputs', output: [2], outputs: 1 }],
    [
      { discriminator: 'dense1' },
      unusable({ network: 'D', layer: 0, fault: { code: 'layer.needsVector', input: [28, 28, 1] } }),
    ],
    [{ generator: 'foo' }, unusable({ network: 'G', layer: 0, fault: { code: 'layer.unknown', text: 'foo' } })],
  ])('is not opened with %o', async (networks, problem) => {
    const resolving = async () => resolve(run('gan', 'mnist', networks));
    await expect(resolving()).rejects.toMatchObject({ problem });
  });
});
