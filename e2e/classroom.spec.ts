import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

test('P shows the picture and the charts that are chosen, large, and Escape leads back', async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  const before = await playground.generated.boundingBox();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/present=1/);
  await expect(page.getByRole('region', { name: 'Settings' })).toBeHidden();
  await expect(playground.system).toBeHidden();
  const after = await playground.generated.boundingBox();
  expect(after?.height).toBeGreaterThan(before?.height ?? 0);
  expect(await seriousProblems(page)).toEqual([]);

  const bar = page.getByRole('toolbar', { name: 'Presentation' });
  await bar.getByRole('button', { name: 'Gradient' }).press('Enter');
  await expect(playground.chart(/^Gradient of D/)).toBeHidden();
  await expect(playground.chart('Losses')).toBeVisible();
  await bar.getByRole('button', { name: 'Step' }).press('Enter');
  await playground.untilStep(4);

  await page.keyboard.press('Escape');
  await expect(playground.system).toBeVisible();
  await expect(playground.chart(/^Gradient of D/)).toBeVisible();
  await expect(page).not.toHaveURL(/present/);
});

test('a link opens as it was sent: presented, in dark colours, with one class and one chart', async ({
  playground,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.openReady({
    recipe: 'cgan',
    ...SMALL,
    class: 4,
    present: 1,
    charts: 'scores',
    theme: 'dark',
    run: 1,
    stop: 3,
  });
  await playground.until(({ grid, step }) => grid?.classes === 4 && step === 3, 'class 4 is shown at step 3');
  await expect(playground.chart('Scores by D')).toBeVisible();
  await expect(playground.chart('Losses')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await seriousProblems(page)).toEqual([]);
});

test('F shows the card that is pointed at alone, and leads back', async ({ playground, page }) => {
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  const losses = playground.chart('Losses');
  await losses.hover();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('FIGURE');
  await expect(losses.getByRole('button', { name: 'Back to the page' })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('where a browser cannot show anything alone, the card fills the window', async ({ playground, page }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  await page.getByRole('button', { name: 'Show alone: Losses' }).press('Enter');
  const chart = playground.chart('Losses');
  await expect.poll(async () => (await chart.boundingBox())?.width).toBe(1366);
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await chart.boundingBox())?.width).toBeLessThan(500);
});
