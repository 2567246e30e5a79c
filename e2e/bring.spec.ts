import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unzipSync } from 'fflate';
import { greyPng } from '../src/data/decoders/testing/bring.ts';
import { gzip, writeIdx, writeNpy, writeNpz, zip } from '../src/data/decoders/testing/writers.ts';
import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

/** Ninety pictures in three folders. */
const PETS = zip(
  Object.fromEntries(
    Array.from({ length: 90 }, (_, i) => [`${['cat', 'dog', 'fox'][i % 3]}/${i}.png`, greyPng(90 * (i % 3) + 30)]),
  ),
);
const CUT_OFF = PETS.slice(0, 2000);
/** Noise, so that reading it takes a while. */
const MANY = writeNpz({
  images: writeNpy({ shape: [20_000, 28, 28], values: Array.from({ length: 20_000 * 784 }, (_, i) => (i * i) % 251) }),
});

test('pictures in a zip become a data set, and training starts on it', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.bring('pets.zip', PETS);
  await playground.until((state) => state.data === 'file:1' && state.phase === 'paused', 'a run is open on the pets');
  await expect(playground.dataSet).toHaveValue('file:1');
  await expect(playground.dataSet.locator('option:checked')).toHaveText('pets');
  await expect(playground.status).toContainText('pets');
  await expect(playground.dialog).toBeHidden();

  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  const { grid, error } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  expect(error).toBeNull();
  expect(grid?.labels?.slice(0, 4)).toEqual([0, 1, 2, 0]);
});

test('a folder of class folders becomes a data set, in colour', async ({ playground }, testInfo) => {
  for (const [name, bytes] of Object.entries(unzipSync(PETS))) {
    const path = testInfo.outputPath('animals', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  await playground.openReady({ recipe: 'cgan-conv', backend: 'simd', ...SMALL });
  await playground.dataSet.selectOption('Bring your own…');
  await playground.dialog.getByLabel('Colours of pictures').selectOption('Colour');
  await playground.dialog.getByLabel('Size of pictures').selectOption('32×32');
  await playground.dialog.locator('input[webkitdirectory]').setInputFiles(testInfo.outputPath('animals'));
  await playground.until((state) => state.data === 'file:1' && state.phase === 'paused', 'a run is open on them');
  await expect(playground.dataSet.locator('option:checked')).toHaveText('animals');
  await expect(playground.page.getByRole('combobox', { name: 'Class' }).locator('option')).toHaveText([
    'All',
    'cat',
    'dog',
    'fox',
  ]);
  await playground.step.click();
  await playground.until(({ step }) => step === 1, 'a step is done');
});

test('a broken file is refused in one sentence, and the training goes on', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.train.click();
  await playground.untilStep(3);
  await playground.bring('pets.zip', CUT_OFF);
  await expect(playground.dialog.getByRole('alert')).toContainText(
    'pets.zip: the end of the zip file is missing; fetch or copy the file again.',
  );
  const { step, data, phase } = await playground.state();
  expect({ data, phase }).toEqual({ data: 'mnist', phase: 'training' });
  await playground.untilStep(step + 5);

  await playground.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(playground.dialog).toBeHidden();
  await expect(playground.dataSet).toHaveValue('mnist');
});

test('files that are brought while it trains are chosen at once, and the training is put aside', async ({
  playground,
}) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.train.click();
  await playground.untilStep(3);
  await playground.bring('pets.zip', PETS);
  const state = await playground.until(
    ({ data, phase }) => data === 'file:1' && phase === 'paused',
    'the pets are open',
  );
  await expect(playground.dataSet).toHaveValue('file:1');
  expect(state.aside[0]?.members[0]?.step).toBeGreaterThanOrEqual(3);
  await playground.undo.click();
  await playground.until(({ data, step }) => data === 'mnist' && step >= 3, 'the digits are back');
});

test('a set that the recipe cannot take is refused with the reason', async ({ playground }) => {
  await playground.openReady({ recipe: 'dragan', backend: 'simd', ...SMALL });
  const values = Array.from({ length: 40 * 900 }, (_, i) => i % 256);
  await playground.bring('odd.npz', writeNpz({ images: writeNpy({ shape: [40, 30, 30], values }) }));
  await expect(playground.dialog.getByRole('alert')).toContainText('DRAGAN cannot train on odd, 30×30×1');
  expect((await playground.state()).data).toBe('mnist');
});

test('reading can be cancelled', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.train.click();
  await playground.bring('many.npz', MANY);
  await playground.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(playground.dialog).toBeHidden();
  await playground.page.waitForTimeout(500);
  await expect(playground.dataSet.getByRole('option', { name: 'many' })).toHaveCount(0);
});

test('without a connection, fetching a public set says so and nothing changes', async ({
  playground,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await page.route('https://raw.githubusercontent.com/**', (route) => route.abort('internetdisconnected'));
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.dataSet.selectOption('Bring your own…');
  await playground.dialog.getByRole('button', { name: /^Fetch Fashion-MNIST/ }).click();
  await expect(playground.dialog.getByRole('alert')).toContainText(
    'train-images-idx3-ubyte.gz could not be fetched (the network failed); check the connection, then try again.',
  );
  await expect(playground.dialog.getByRole('link')).toHaveAttribute('href', 'http://ufldl.stanford.edu/housenumbers/');
  expect(await playground.state()).toMatchObject({ data: 'mnist', phase: 'paused', error: null });
});

test('a public set that is not the published one is refused', async ({ playground, page }) => {
  await page.route('https://raw.githubusercontent.com/**', (route) =>
    route.fulfill({ body: Buffer.alloc(26_421_880), headers: { 'access-control-allow-origin': '*' } }),
  );
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.dataSet.selectOption('Bring your own…');
  await playground.dialog.getByRole('button', { name: /^Fetch Fashion-MNIST/ }).click();
  await expect(playground.dialog.getByRole('alert')).toContainText('is not the file that its authors published');
});

test('images are fetched from an address, and training starts on them', async ({ playground, page }) => {
  await page.route('https://sets.example/pets.zip', (route) =>
    route.fulfill({ body: Buffer.from(PETS), headers: { 'access-control-allow-origin': '*' } }),
  );
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.fetchFrom('https://sets.example/pets.zip');
  await playground.until((state) => state.data === 'file:1' && state.phase === 'paused', 'a run is open on the pets');
  await expect(playground.dataSet.locator('option:checked')).toHaveText('pets');
  await expect(playground.dialog).toBeHidden();

  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  const { error } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  expect(error).toBeNull();
});

test('two files are fetched from the page’s own server', async ({ playground, page, baseURL }) => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 4);
  const pixels = Array.from({ length: 40 * 784 }, (_, i) => i % 256);
  const files = new Map([
    ['/images.gz', gzip(writeIdx({ shape: [40, 28, 28], values: pixels }))],
    ['/labels.gz', gzip(writeIdx({ shape: [40], values: labels }))],
  ]);
  for (const [path, bytes] of files)
    await page.route(`**${path}`, (route) => route.fulfill({ body: Buffer.from(bytes) }));
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.fetchFrom([...files.keys()].map((path) => `${baseURL}${path}`).join('\n'));
  await playground.until((state) => state.data === 'file:1' && state.phase === 'paused', 'a run is open on them');
  await playground.step.click();
  await playground.until(({ step }) => step === 1, 'a step is done');
});

test('what cannot be fetched from an address is told of, and the training goes on', async ({
  playground,
  page,
  baseURL,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/, /blocked by CORS policy/);
  for (const [server, readers] of [
    ['sets.example', 'https://other.example'],
    ['mirror.example', '*'],
  ] as const) {
    await page.route(`https://${server}/**`, (route) =>
      route.fulfill({ body: Buffer.from(PETS), headers: { 'access-control-allow-origin': readers } }),
    );
  }
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.train.click();
  await playground.untilStep(3);
  const alert = playground.dialog.getByRole('alert');
  for (const [address, sentence] of [
    ['http://sets.example/pets.zip', 'is not an https address'],
    ['https://sets.example/pets.zip', 'sets.example did not answer, or does not let other pages read the file'],
    ['https://mirror.example/train_32x32.mat', 'train_32x32.mat is not the file that SVHN’s authors published'],
    [`${baseURL}/none.zip`, 'none.zip could not be fetched (the server answered 404); check the address.'],
    [`${baseURL}/index.html`, 'index.html: this is a web page'],
  ] as const) {
    await playground.fetchFrom(address);
    await expect(alert).toContainText(sentence);
    await expect(playground.dialog.getByLabel('Or from an address')).toHaveValue(address);
  }
  const { step, data, phase } = await playground.state();
  expect({ data, phase }).toEqual({ data: 'mnist', phase: 'training' });
  await playground.untilStep(step + 5);
});

test('files can be dropped on the page', async ({ playground, page }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  const dropped = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(bytes)], 'pets.zip'));
    return data;
  }, Array.from(PETS));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop images to train on them')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await playground.until((state) => state.data === 'file:1', 'a run is open on the pets');
});

test('a link made with files of one’s own says that they did not travel', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', data: 'file:1', ...SMALL });
  const { notices, data } = await playground.state();
  expect(data).toBe('mnist');
  expect(notices).toEqual([expect.stringContaining('brought or drawn in another visit')]);
});
