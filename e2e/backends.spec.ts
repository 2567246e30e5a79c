import type { PlaygroundSnapshot } from '../src/ui/state/automation.ts';
import { expect, test } from './fixtures.ts';
import { type PlaygroundPage, SMALL } from './pages/playground.ts';
import { type Site, serveBuilt } from './pages/site.ts';

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

/** Trains a little on the page as this server gives it; what is told of the backend. */
async function trainedOn(playground: PlaygroundPage, site: Site): Promise<PlaygroundSnapshot['backend']> {
  playground.address = site.url;
  const { backend } = await playground.trainTo(3, { ...SMALL, recipe: 'cgan', backend: 'auto' });
  return backend;
}

const codesOf = (backend: PlaygroundSnapshot['backend']) => backend?.falls.map(({ code }) => code);
const shown = (playground: PlaygroundPage) => playground.page.getByRole('button', { name: /^Status: / });
const NOT_FOUND = /404/;

test('without isolation it trains on one thread, and says why', async ({ playground, page }) => {
  await using site = await serveBuilt({ isolated: false });
  const backend = await trainedOn(playground, site);
  expect(backend).toMatchObject({ id: 'simd', device: expect.stringMatching(/1 thread$/) });
  expect(codesOf(backend)).toEqual(['fall.notIsolated']);
  await expect(shown(playground)).toContainText('CPU (reduced)');
  await shown(playground).click();
  await expect(page.getByText('One thread only: the server of this page')).toBeVisible();
});

test('where the script of its threads never comes it trains on one, and says so', async ({
  playground,
  expectedErrors,
}) => {
  expectedErrors.push(NOT_FOUND);
  await using site = await serveBuilt({ refuses: (path) => path.includes('pool.worker') });
  const backend = await trainedOn(playground, site);
  expect(backend).toMatchObject({ id: 'simd', device: expect.stringMatching(/1 thread$/) });
  expect(codesOf(backend)).toEqual(['fall.helpers']);
  await expect(shown(playground)).toContainText('CPU (reduced)');
});

test('what does not come at once is fetched again, and nothing is missing', async ({ playground, expectedErrors }) => {
  expectedErrors.push(NOT_FOUND);
  const LATE = /wasm$|pool\.worker|worker-simd/;
  await using site = await serveBuilt({ refuses: (path, times) => times === 1 && LATE.test(path) });
  const backend = await trainedOn(playground, site);
  const refused = site.log.filter(({ status }) => status === 404).map(({ path }) => path);
  expect(refused).toEqual([/simd/, /relaxed.*wasm/, /pool/].map((name) => expect.stringMatching(name)));
  expect(backend).toMatchObject({ id: 'simd', falls: [] });
});

test('where no kernels ever come it trains in plain JavaScript, and says how slow and why', async ({
  playground,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(NOT_FOUND);
  await using site = await serveBuilt({ refuses: (path) => path.endsWith('.wasm') });
  const backend = await trainedOn(playground, site);
  expect(backend?.id).toBe('cpu');
  await expect(shown(playground)).toContainText('Plain JavaScript');
  await shown(playground).click();
  await expect(page.getByText(/about 25 times slower.*could not be fetched/)).toBeVisible();
});

test('where only the faster kernels do not come it takes the others, and says so', async ({
  playground,
  expectedErrors,
}) => {
  expectedErrors.push(NOT_FOUND);
  await using site = await serveBuilt({ refuses: (path) => /relaxed.*wasm$/.test(path) });
  const backend = await trainedOn(playground, site);
  expect(backend).toMatchObject({ id: 'simd', falls: [{ code: 'fall.notRelaxed', because: 'missing' }] });
});
