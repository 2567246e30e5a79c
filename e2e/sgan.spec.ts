import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('SGAN shows its labelled digits, is examined, and is compared with labels alone', async ({ playground, page }) => {
  const settings = { ...SMALL, recipe: 'sgan', backend: 'simd', labels: '50', examineEvery: 5 };
  await playground.openReady({ ...settings, baseline: 1 });
  await expect(page.getByRole('img', { name: /50 of the 50 digits whose class D is told/ })).toBeVisible();
  const chart = page.getByRole('figure', { name: 'Right answers of the classifier' });
  await playground.train.click();
  await expect(chart).toContainText(/best 0\.\d+ at \d/, { timeout: 45_000 });

  // The same seed with all digits: the curve of labels alone stays.
  await page.evaluate(() => {
    location.hash = location.hash.replace('baseline=1', 'baseline=0');
  });
  await expect(chart).toContainText('labels alone');
  await playground.train.click();
  await expect(chart).toContainText(/best 0\.\d+ at \d/, { timeout: 45_000 });
});

test('SGAN returns to its best model, and goes on from there', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'sgan', backend: 'simd', examineEvery: 5 });
  const chart = page.getByRole('figure', { name: 'Right answers of the classifier' });
  const back = chart.getByRole('button', { name: 'Return to the best model' });
  await playground.train.click();
  await expect(chart).toContainText(/best 0\.\d+ at \d/, { timeout: 45_000 });
  await playground.pause.click();
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  await playground.step.click();
  await playground.until(({ phase }) => phase === 'paused', 'one step is done');
  const best = Number((await chart.innerText()).match(/best .* at ([\d,]+)/)?.[1]?.replace(',', ''));

  await back.click();
  await playground.untilStoppedAt(best);
  expect((await playground.history()).steps.at(-1)).toBe(best);
  await expect(back).toBeDisabled();
  await playground.train.click();
  await playground.untilStep(best + 3);
});
