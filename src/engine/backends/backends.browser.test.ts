/** The GPU backends, on the software adapters that every test machine has. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LayerSpec } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import type { ForwardContext } from '../../gan/layers/context.ts';
import { createNetwork } from '../../gan/layers/network.ts';
import { distanceFromTarget, gradientAt } from '../../gan/penalties/gradientNorm.ts';
import type { PlaygroundEngine } from '../../worker/protocol.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';
import { backendStarters } from './index.ts';

vi.setConfig({ testTimeout: 120_000 });

let engine: PlaygroundEngine | null = null;
afterEach(() => {
  engine?.close();
  engine = null;
});

const newEngine = () => {
  engine = createEngine({ dataBase: new URL('/data/', location.href) });
  return engine;
};

/** Takes the device away, as a driver reset or a sleeping laptop would. */
const takeAway: Record<'webgl' | 'webgpu', () => void> = {
  webgl: () => {
    const { gl } = (tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu;
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  },
  webgpu: () => (tf.backend() as unknown as { device: GPUDevice }).device.destroy(),
};

/** The penalty of a small convolutional D and its gradient in every weight: second derivatives through each layer. */
async function penaltyGradients(): Promise<number[]> {
  const layers: LayerSpec[] = [
    { kind: 'conv', filters: 2, kernel: 4, stride: 2, padding: 'same' },
    { kind: 'leakyRelu', slope: 0.2 },
    { kind: 'layerNorm', epsilon: 1e-5 },
    { kind: 'sigmoid' },
    { kind: 'convTranspose', filters: 2, kernel: 4, stride: 2, padding: 'same' },
    { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 },
    { kind: 'tanh' },
    { kind: 'maxPool', size: 2 },
    { kind: 'flatten' },
    { kind: 'maxout', units: 3, pieces: 2 },
    { kind: 'dense', units: 1 },
  ];
  const stream = openStream(initialState(1, 'test'));
  const network = createNetwork({ input: [4, 4, 1], init: { kind: 'normal', std: 0.4 }, layers }, stream);
  const x = tf.tensor4d(stream.normal(new Float32Array(48)), [3, 4, 4, 1]);
  const context: ForwardContext = { labels: null, statistics: 'batch', updatesRunning: false, dropout: null };
  const spec = { perturbation: { kind: 'gaussian', scale: 0 }, target: 1, over: 'image', of: 'logit' } as const;
  const penalty = () =>
    distanceFromTarget(
      gradientAt(x, (input) => network.forward(input, context), 'logit'),
      spec,
    );
  const { value, grads } = tf.engine().gradients(penalty, [...network.trainable], undefined, true);
  const tensors = [value, ...(grads as (tf.Tensor | undefined)[]).filter((gradient) => gradient !== undefined)];
  const numbers = await Promise.all(tensors.map((tensor) => tensor.data()));
  return numbers.flatMap((values) => [...values]);
}

describe.each(['webgl', 'webgpu'] as const)('%s', (id) => {
  it('starts on a software adapter and says so', async () => {
    const backend = await backendStarters[id]();
    expect(tf.getBackend()).toBe(id);
    expect(backend.software).toBe(true);
    expect(backend.device).toMatch(/swiftshader/i);
  });

  it('computes the same second derivatives as the CPU', async () => {
    await backendStarters.cpu();
    const expected = await penaltyGradients();
    await backendStarters[id]();
    const found = await penaltyGradients();
    expect(found).toHaveLength(expected.length);
    const scale = Math.max(...expected.map(Math.abs));
    for (const [i, value] of found.entries())
      expect(Math.abs(value - (expected[i] as number))).toBeLessThan(1e-3 * scale);
  });

  it('trains, loses its device, and the run goes on elsewhere', async () => {
    const session = await openSession(newEngine(), { backend: id });
    expect(session.info.backend.id).toBe(id);
    expect(await session.trainTo(3)).toBeNull();
    const stopped = session.trainTo(100_000);
    takeAway[id]();
    expect(await stopped).toMatchObject({ code: 'device-lost', recoverable: true });

    const resumed = await (engine as PlaygroundEngine).request('resume', { run: 1 });
    expect(resumed.backend.id).toBe('simd');
    expect(await session.trainTo(resumed.step + 2)).toBeNull();
    expect(session.series('lossD').every(Number.isFinite)).toBe(true);
  });
});
