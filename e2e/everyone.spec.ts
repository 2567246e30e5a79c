import { expect, test } from './fixtures.ts';
import { problemsInBothThemes, seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

test('from opening to a trained digit by roles and keys alone, as docs/accessibility.md has it', async ({
  playground,
  page,
}) => {
  await playground.openReady({ recipe: 'cgan', ...SMALL, stop: 12 });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the picture' })).toBeFocused();
  await expect(page.getByRole('status').first()).toHaveText(/is ready to train on MNIST/);
  await page.getByRole('button', { name: 'Train', exact: true }).press('Enter');
  await playground.untilStoppedAt(12);
  await expect(page.getByRole('status').first()).toHaveText('Paused after step 12.');
  await page.getByRole('radio', { name: '3', exact: true }).press('Space');
  await expect(page.getByRole('img', { name: /^Generated digits of class 3 after step 12/ })).toBeVisible();
  await expect(page.getByText(/^Losses after step 12: D [\d.e-]+, .*; G [\d.e-]+/)).toBeAttached();
  await page.getByRole('button', { name: 'As a table: Losses' }).press('Enter');
  const table = page.getByRole('region', { name: 'Losses, as numbers' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['step', 'D', 'G', 'real', 'generated']);
  await expect(table.getByRole('row')).toHaveCount(13);
  await expect(table.getByRole('rowheader').first()).toHaveText('12');
  expect(await seriousProblems(page)).toEqual([]);
});

test('nobody is shut out of any tab or sheet', async ({ playground, page }) => {
  // Six views are looked at, in both themes.
  test.slow();
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  for (const name of ['Quality', 'Understand', 'Inside', 'Curves']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name, exact: true })).not.toBeEmpty();
    expect(await problemsInBothThemes(page), name).toEqual([]);
  }
  for (const name of [/^Share/, /^Save/]) {
    await playground.menu.click();
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    expect(await problemsInBothThemes(page), String(name)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('in the system’s own colours nothing vanishes, and D and G differ', async ({ playground, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  const lines = playground.chart('Losses').locator('.recharts-line-curve');
  // Charts are drawn in turns.
  await expect.poll(() => lines.count()).toBeGreaterThan(1);
  const strokes = await lines.evaluateAll((all) =>
    all.map((line) => {
      const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(line);
      return `${stroke} ${strokeDasharray} ${strokeWidth}`;
    }),
  );
  expect(new Set(strokes).size).toBe(strokes.length);
  const chosen = page.getByRole('tab', { name: 'Curves' });
  const other = page.getByRole('tab', { name: 'Quality' });
  const background = (tab: typeof chosen) => tab.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background(chosen)).not.toBe(await background(other));
});

test('at twice the size nothing is lost', async ({ playground, page }) => {
  // 1280 × 720 at 200 %.
  await page.setViewportSize({ width: 640, height: 360 });
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  for (const part of ['Curves', 'Settings', 'Picture'] as const) {
    await playground.showPart(part);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBe(640);
  }
  await playground.train.click();
  await playground.untilStep(2);
  await playground.pause.click();
  await playground.menu.click();
  await expect(page.getByRole('button', { name: 'Share …' })).toBeVisible();
});
