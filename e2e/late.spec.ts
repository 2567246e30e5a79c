import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

/** What the browser and React say of a part that is not there. */
const EXPECTED = [/net::ERR_INTERNET_DISCONNECTED/, /dynamically imported module|preload CSS|could not be fetched/];

/** From now on nothing more of the page's own parts arrives. */
async function goOffline(page: Page): Promise<() => Promise<void>> {
  const parts = '**/assets/{later-*.js,*.css}';
  await page.route(parts, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(parts);
}

test('a view that cannot be fetched says so, the training goes on, and it comes when it can', async ({
  playground,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(...EXPECTED);
  await playground.openReady({ ...SMALL, recipe: 'cgan', backend: 'simd' });
  await expect(playground.lookInside).toBeVisible();
  const goOnline = await goOffline(page);
  await playground.train.click();
  await page.getByRole('tab', { name: 'Quality' }).click();
  const missing = page.getByRole('alert').filter({ hasText: 'The quality view could not be loaded' });
  await expect(missing).toBeVisible();
  await page.getByRole('button', { name: 'Networks' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The view of the networks' })).toBeVisible();
  const { step } = await playground.state();
  await playground.untilStep(step + 5);

  await missing.getByRole('button', { name: 'Try again' }).click();
  await expect(missing.getByRole('button', { name: 'Load the page again' })).toBeVisible();
  await goOnline();
  await missing.getByRole('button', { name: 'Try again' }).click();
  const now = page.getByRole('button', { name: 'Measure now' });
  await expect(now).toBeVisible();
  await expect(missing).toBeHidden();
  // With its styles, which were missing too.
  await expect(page.getByRole('region', { name: 'Quality' })).toHaveCSS('display', 'flex');
  expect((await playground.state()).phase).toBe('training');
});

test('where nothing but the page itself arrives, it can be trained all the same', async ({
  playground,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(...EXPECTED);
  await page.route('**/assets/later-*.js', (route) => route.abort('internetdisconnected'));
  await playground.trainTo(3, { ...SMALL, recipe: 'cgan', backend: 'simd' });
  await expect(page.getByRole('alert').filter({ hasText: 'what may be going wrong' })).toBeVisible();
  await expect(page.getByText('The part that reads your own images')).toBeHidden();
  await playground.dataSet.selectOption('Bring your own…');
  await expect(page.getByText('The part that reads your own images could not be loaded')).toBeVisible();
});
