import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';

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

test('on a small projector there are as many charts as can be read, and one that is turned on takes a place', async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL, present: 1 });
  const gradient = playground.chart(/^Gradient of D/);
  await expect(playground.chart('Losses')).toBeVisible();
  await expect(playground.chart('Scores by D')).toBeVisible();
  await expect(gradient).toBeHidden();
  const bar = page.getByRole('toolbar', { name: 'Presentation' });
  await expect(bar.getByRole('button', { name: 'Gradient' })).toHaveAttribute('aria-pressed', 'false');
  await bar.getByRole('button', { name: 'Gradient' }).press('Enter');
  await expect(gradient).toBeVisible();
  await expect(playground.chart('Scores by D')).toBeHidden();
  expect((await gradient.boundingBox())?.height).toBeGreaterThan(280);
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

test('formulas and networks are shown alone as well, as large as a room can read', async ({ playground, page }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
  await playground.trainTo(2, { recipe: 'dragan', ...SMALL, dock: 'understand' });
  const formula = page.getByRole('region', { name: 'Losses', exact: true }).locator('math').first();
  const height = async (): Promise<number> => (await formula.boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: 'Show alone: Losses' }).press('Enter');
  await expect.poll(height).toBeGreaterThan(2 * before);
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(height).toBe(before);

  await page.getByRole('button', { name: /^Networks/ }).click();
  const generator = page.getByRole('dialog').getByRole('region', { name: 'Generator G' });
  await generator.hover();
  await page.keyboard.press('f');
  await expect.poll(async () => (await generator.boundingBox())?.width).toBe(1366);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await generator.boundingBox())?.width).toBeLessThan(700);
  await expect(page.getByRole('dialog')).toBeVisible();
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

test('Share gives the link, says whether the view goes along, and has it as a QR code and as a frame', async ({
  playground,
  page,
}) => {
  await playground.openReady({ recipe: 'cgan', seed: 7, ...SMALL });
  await page.getByRole('tab', { name: 'Inside' }).click();
  await playground.menu.click();
  await page.getByRole('button', { name: 'Share …' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share' });
  const link = sheet.getByLabel('Link', { exact: true });
  await expect(link).toHaveValue(/seed=7/);
  await expect(link).not.toHaveValue(/dock=/);
  await sheet.getByRole('switch', { name: 'With the view' }).press('Space');
  await expect(link).toHaveValue(/dock=inside.*lang=en.*theme=light/);
  await sheet.getByLabel('Settings', { exact: true }).selectOption('locked');
  await expect(link).toHaveValue(/lock=settings/);
  await expect(sheet.getByRole('img', { name: /^QR code of http.*lock=settings/ })).toBeVisible();
  await expect(sheet.getByLabel('HTML of the frame')).toHaveValue(/^<iframe src=".*embed=stage,curves"/);
  expect(await seriousProblems(page)).toEqual([]);

  await page.goto(await link.inputValue());
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Inside' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Locked by the link').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Learning rate of G/ })).toBeDisabled();
});

test('what a link hides is gone, and what it said can still be read', async ({ playground, page }) => {
  await playground.openReady({
    recipe: 'cgan',
    ...SMALL,
    rail: 'open',
    hide: 'systems,data,settings,errata,networks,timeline,inside',
  });
  const bar = page.getByRole('banner');
  await expect(playground.system).toBeHidden();
  await expect(bar.getByText('CGAN', { exact: true })).toBeVisible();
  await expect(playground.dataSet).toBeHidden();
  await expect(bar.getByText('MNIST', { exact: true })).toBeVisible();
  const settings = page.getByRole('region', { name: 'Settings' });
  await expect(settings.getByRole('slider')).toHaveCount(0);
  await expect(settings.getByText('Learning rate of G')).toBeVisible();
  await expect(settings.getByText('2e-4').first()).toBeVisible();
  await expect(settings.getByText('all corrected')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Inside' })).toHaveCount(0);
  expect(await seriousProblems(page)).toEqual([]);
});

test('a frame of 320 pixels has the picture, Train and a way to the whole page', async ({ playground, page }) => {
  await page.setViewportSize({ width: 320, height: 320 });
  await playground.openReady({ recipe: 'cgan', seed: 7, ...SMALL, embed: 'stage' });
  await expect(playground.menu).toHaveCount(0);
  await expect(playground.generated).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(320);
  await playground.train.click();
  await playground.untilStep(2);
  await playground.pause.click();
  const out = page.getByRole('link', { name: 'Open in the playground' });
  await expect(out).toHaveAttribute('rel', 'noopener');
  await expect(out).toHaveAttribute('href', /#recipe=cgan&seed=7(?!.*embed)/);
  expect(await seriousProblems(page)).toEqual([]);
});

test('a frame of 720 pixels is filled to its end, and so is a phone', async ({ playground, page }) => {
  await page.setViewportSize({ width: 720, height: 420 });
  await playground.trainTo(3, { recipe: 'gan', ...SMALL, embed: 'stage,curves' });
  // What may be wrong has nothing to say yet, and takes no room.
  const silent = page.locator('section[aria-label="What may be going wrong"][hidden]');
  await expect(silent).toBeAttached();
  const curves = await page.getByRole('region', { name: 'Curves' }).boundingBox();
  const foot = await page.getByRole('contentinfo').boundingBox();
  expect((curves?.y ?? 0) + (curves?.height ?? 0)).toBeCloseTo(foot?.y ?? 0, 0);

  await page.setViewportSize(WINDOWS.phone);
  await playground.trainTo(3, { recipe: 'gan', ...SMALL });
  await playground.showPart('Curves');
  await expect(silent).toBeAttached();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
    .toBeLessThanOrEqual(WINDOWS.phone.height);
});

test('a plane that is presented is drawn in as many pixels as it takes', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.trainTo(3, { ...SMALL, compare: 'gan,dragan', data: 'swiss-roll' });
  await page.keyboard.press('p');
  const toolbar = page.getByRole('toolbar', { name: 'Presentation' });
  await expect(toolbar).toBeVisible();
  await expect
    .poll(() =>
      playground
        .plane('GAN')
        .evaluate((canvas: HTMLCanvasElement) => Math.abs(canvas.width - canvas.getBoundingClientRect().width)),
    )
    .toBeLessThan(1);
});
