/** The GPU backends, on the software adapters that every test machine has. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import { activeBackend } from '../../webgpu/inPlace.ts';
import { familyOf } from '../../webgpu/replay/families.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';
import { backendStarters } from './index.ts';
import { chooseTiles } from './tiles.ts';

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

it('tiles are measured within their time or as usual, and are those that are told', async () => {
  await backendStarters.webgpu();
  const { device } = activeBackend();
  const from = performance.now();
  const { code, ...told } = await chooseTiles(device, false);
  expect(performance.now() - from).toBeLessThan(5000);
  expect(code).toMatch(/^tiles\.(measured|usual)$/);
  const { sums, enough } = familyOf(device);
  expect(told).toMatchObject({ down: sums[0]?.[0], across: sums[0]?.[1], groups: enough });
});

describe.each(['webgl', 'webgpu'] as const)('%s', (id) => {
  it('starts on a software adapter and says so', async () => {
    const backend = await backendStarters[id]();
    expect(tf.getBackend()).toBe(id);
    expect(backend.software).toBe(true);
    expect(backend.device).toEqual({ code: 'device.named', name: expect.stringMatching(/swiftshader/i) });
    // Tiles are not measured there.
    expect(backend.tiles?.code).toBe(id === 'webgpu' ? 'tiles.usual' : undefined);
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

it('a device that is lost while steps are compiled ends the run, which goes on elsewhere', async () => {
  const params = { width: 0.02, batch: 4 };
  const session = await openSession(newEngine(), { backend: 'webgpu', recipe: 'gan', data: 'ring', params });
  // Between the steps an emulated GPU has time to compile.
  for (let step = 1; session.frames.at(-1)?.mode.kind !== 'compiled'; step++) {
    expect(await session.trainTo(step)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stopped = session.trainTo(1_000_000);
  takeAway.webgpu();
  expect(await stopped).toMatchObject({ code: 'device-lost', recoverable: true });

  const resumed = await (engine as PlaygroundEngine).request('resume', { run: 1 });
  expect(resumed.backend.id).toBe('simd');
  expect(await session.trainTo(resumed.step + 50)).toBeNull();
  expect(session.frames.at(-1)?.mode.kind).toBe('compiled');
  expect(session.series('lossD').every(Number.isFinite)).toBe(true);
}, 300_000);
