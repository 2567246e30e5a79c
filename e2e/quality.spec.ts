import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';
import { QualityPage } from './pages/quality.ts';

test('the default preset is measured now: each score has its interval, what real digits get and an explanation', async ({
  playground,
  page,
}) => {
  const quality = new QualityPage(page);
  await playground.trainTo(3, { recipe: 'cgan-conv', width: 0.25 });
  await quality.open();
  await quality.samples.selectOption('100 samples');
  await quality.now.click();
  const [measured] = await quality.untilMeasured(1);
  expect(measured).toMatchObject({ step: 3, samples: 100 });
  const ids = measured?.scores.map(({ id }) => id) ?? [];
  expect(ids.toSorted()).toEqual(['agreement', 'classVariety', 'frechet', 'recall']);

  const chart = playground.chart('Fréchet distance');
  await expect(chart.locator('[data-floor]')).toHaveAttribute('d', /^M.*L/);
  await expect(chart.locator('circle')).toHaveCount(1);
  await expect(chart).toContainText('lower is better');
  await page.getByRole('button', { name: 'As a table: Fréchet distance' }).press('Enter');
  const numbers = page.getByRole('region', { name: 'Fréchet distance, as numbers' }).getByRole('table');
  await expect(numbers.getByRole('columnheader')).toHaveText(['step', 'Value', '95 % from', 'to', 'Real digits get']);
  await expect(numbers.getByRole('rowheader')).toHaveText(['3']);
  await expect(numbers.getByRole('cell')).toHaveText([/\d/, /\d/, /\d/, /\d/]);

  await quality.show('Table');
  const row = quality.table.getByRole('row', { name: /^Class agreement/ });
  await expect(row.getByRole('cell')).toHaveText([/^0\.\d+$/, /\d … .*\d/, /^(0\.9\d+|1\.00)$/]);
  await expect(quality.table).toContainText('Blind to variety');

  await quality.show('Classes');
  await expect(quality.table.getByRole('row')).toHaveCount(11);
  await quality.show('Gradient');
  await expect(playground.chart(/^Gradient of D/)).toBeVisible();
  await expect(playground.chart('Fréchet distance')).toBeVisible();
});

test('the mean digits are seen in pairs: real above generated, with the PSNR of the two', async ({
  playground,
  page,
}) => {
  const quality = new QualityPage(page);
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  await quality.open();
  await quality.samples.selectOption('100 samples');
  await quality.now.click();
  const [measured] = await quality.untilMeasured(1);
  await quality.show('Means');
  const pairs = quality.means.getByRole('listitem');
  await expect(pairs).toHaveCount(10);
  for (const [digit, pair] of (await pairs.all()).entries()) {
    await expect(pair).toContainText(`${measured?.means?.pairs[digit]?.psnr?.toFixed(1)} dB`);
    await expect(pair.getByRole('img', { name: new RegExp(`real images of ${digit}$`) })).toBeVisible();
    await expect(pair.getByRole('img', { name: `Mean of 10 generated images of ${digit}` })).toBeVisible();
  }
  await expect(quality.means).toContainText('PSNR over 10 of 10 classes');
  await expect(quality.means).toContainText('blind to collapse onto the mean');
  // All of it is seen at once, at 1366×768.
  expect(await quality.means.evaluate((part) => part.scrollHeight - part.clientHeight)).toBe(0);
});

test('it is measured every so many steps while it trains, and a pause is obeyed in the midst of it', async ({
  playground,
  page,
}) => {
  const quality = new QualityPage(page);
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  await quality.open();
  await quality.samples.selectOption('100 samples');
  await quality.every.selectOption('every 50 steps');
  await playground.train.click();
  const scores = await quality.untilMeasured(2);
  const steps = scores.map(({ step }) => step);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));

  // In the middle of the next one.
  await expect(page.getByText(/^Step [\d,]+: /)).toBeVisible();
  await playground.pause.click();
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');

  await playground.reset.click();
  await playground.until(({ phase, step }) => phase === 'paused' && step === 0, 'it begins anew');
  expect(await quality.scores()).toEqual([]);
});

test('points in the plane are measured as they are', async ({ playground, page }) => {
  const quality = new QualityPage(page);
  await playground.trainTo(3, { recipe: 'gan', data: 'ring', ...SMALL });
  await quality.open();
  await quality.now.click();
  const [measured] = await quality.untilMeasured(1);
  expect(measured?.scores.map(({ id }) => id)).toContain('modesFound');
  await quality.show('Modes');
  await expect(page.getByRole('figure', { name: /^Share of the points/ }).getByRole('listitem')).toHaveCount(8);
  await expect(page.getByRole('radio', { name: 'Means' })).toHaveCount(0);
});

test('other images need a classifier, whose training can be cancelled', async ({ playground, page }) => {
  const quality = new QualityPage(page);
  await playground.openReady({ recipe: 'dcgan', ...SMALL });
  await quality.open();
  await expect(quality.now).toBeDisabled();
  await quality.train.click();
  await expect(page.getByRole('progressbar', { name: /^Training a classifier/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(quality.train).toBeVisible();
});

test('nobody is shut out of the quality view', async ({ playground, page }) => {
  // Four views are looked at.
  test.slow();
  const quality = new QualityPage(page);
  await playground.trainTo(3, { recipe: 'cgan', ...SMALL });
  await quality.open();
  await quality.samples.selectOption('100 samples');
  await quality.now.click();
  await quality.untilMeasured(1);
  for (const view of ['Table', 'Classes', 'Means'] as const) {
    await quality.show(view);
    expect(await problemsInBothThemes(page), view).toEqual([]);
  }
  // With the list of measures open over them.
  await quality.show('Curves');
  await quality.choose.click();
  await expect(page.getByRole('checkbox', { name: 'KID' })).toBeVisible();
  expect(await problemsInBothThemes(page), 'Curves').toEqual([]);
});
