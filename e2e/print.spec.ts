import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

/** Nothing is printed: it is noted that the browser was asked to. */
const notePrints = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-asked', '');
  });
const asked = (page: Page) => page.locator('body[data-asked]');

test('what is on the screen is printed as a sheet, black on white', async ({ playground, page }) => {
  await notePrints(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await playground.trainTo(12, { ...SMALL, recipe: 'dragan', seed: 7 });
  await playground.menu.click();
  await page.getByRole('button', { name: 'Print …' }).click();
  await expect(asked(page)).toHaveCount(1);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const sheet = page.locator('[data-print="page"]');
  await expect(sheet.getByRole('heading', { name: 'DRAGAN · MNIST' })).toBeVisible();
  await expect(sheet).toContainText(/step 12 · Seed 7/);
  await expect(sheet).toContainText('#recipe=dragan&seed=7');
  await expect(sheet).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(sheet.getByRole('figure')).toHaveCount(3);
  // Drawn, and not only laid out.
  await expect(sheet.getByRole('figure').first().locator('path').first()).toBeVisible();
  await expect(sheet.locator('math').first()).toBeVisible();
  await expect(sheet.getByText('Learning rate of G')).toBeVisible();
  await expect(page.getByRole('toolbar', { name: 'Training' })).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

test('a lesson that is read is printed whole, and nothing else', async ({ playground, page }) => {
  await notePrints(page);
  await playground.openReady({ lesson: 'game' });
  await page.getByRole('button', { name: 'Read it through' }).click();
  await page.keyboard.press('Control+p');
  await expect(asked(page)).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Two networks, one game' })).toBeVisible();
  await expect(page.getByRole('toolbar', { name: 'Training' })).toBeHidden();
  await expect(page.getByRole('figure')).toHaveCount(0);
  // It is as long as it is: nothing scrolls on paper.
  const cut = await page.locator('[data-print]').evaluate((lesson) => lesson.scrollHeight - lesson.clientHeight);
  expect(cut).toBe(0);
});
