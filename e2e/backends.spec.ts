import { expect, test } from './fixtures.ts';
import type { PlaygroundPage } from './pages/playground.ts';

/** Emulated GPUs are slow: as small as it goes, and few steps. */
async function trainsOn(playground: PlaygroundPage, backend: 'webgpu' | 'webgl'): Promise<void> {
  const state = await playground.trainTo(3, { recipe: 'cgan', backend, width: 0.02, batch: 4 });
  expect(state.backend?.id).toBe(backend);
  expect(state.backend?.software).toBe(true);
  expect(state.backend?.device).not.toBe('');
  expect((await playground.history()).values.lossD.every(Number.isFinite)).toBe(true);
}

test('trains on WebGPU and says that it is emulated', { tag: '@webgpu' }, ({ playground }) =>
  trainsOn(playground, 'webgpu'),
);

test('trains on WebGL and says that it is emulated', { tag: '@webgl' }, ({ playground }) =>
  trainsOn(playground, 'webgl'),
);

test('chooses a backend by itself and says why', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', width: 0.05, batch: 16 });
  const { backend } = await playground.state();
  expect(backend?.reason).toMatch(/\w+ .+\./);
});
