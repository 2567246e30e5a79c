import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

const FOLDER = 'dist/data/mnist';
const fileOf = (shard: string): string => readdirSync(FOLDER).find((file) => file.startsWith(`${shard}.`)) ?? '';

/** One wrong byte in the middle. */
function damaged(file: string): Buffer {
  const bytes = readFileSync(`${FOLDER}/${file}`);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  return bytes;
}

const FAILURES = {
  'data-missing': (page: Page, file: string) => page.route(`**/${file}`, (route) => route.abort('connectionfailed')),
  'data-corrupt': (page: Page, file: string) =>
    page.route(`**/${file}`, (route) => route.fulfill({ body: damaged(file) })),
} as const;

for (const [code, fail] of Object.entries(FAILURES)) {
  test(`${code}: without the first digits the page says so, and trying again works`, async ({
    playground,
    page,
    expectedErrors,
  }) => {
    expectedErrors.push(/Failed to load resource/);
    const file = fileOf('train-0');
    await fail(page, file);
    await playground.open({ recipe: 'cgan', ...SMALL });
    const { error } = await playground.until((state) => state.error !== null, 'the error is shown');
    expect(error).toMatchObject({ code, recoverable: true });
    await expect(playground.alert.filter({ hasText: file })).toBeVisible();

    await page.unroute(`**/${file}`);
    await playground.retry.click();
    await playground.until((state) => state.phase === 'paused' && state.error === null, 'the run is ready');
    await playground.step.click();
    await playground.until((state) => state.step === 1, 'a step is done');
  });

  test(`${code}: a later shard stops no training, and trying again completes the digits`, async ({
    playground,
    page,
    expectedErrors,
  }) => {
    expectedErrors.push(/Failed to load resource/);
    const file = fileOf('train-2');
    await fail(page, file);
    await playground.openReady({ recipe: 'cgan', ...SMALL });
    await expect(playground.alert.filter({ hasText: file })).toBeVisible();
    await playground.step.click();
    const { dataLoaded } = await playground.until((state) => state.step === 1, 'a step is done');
    expect(dataLoaded).toEqual({ loaded: 20_000, total: 60_000 });

    await page.unroute(`**/${file}`);
    await playground.retry.click();
    await playground.until((state) => state.dataLoaded?.loaded === 60_000, 'all digits are there');
    await expect(playground.alert).toBeHidden();
  });
}
