import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('SGAN shows its labelled digits, is examined, and is compared with labels alone', async ({ playground, page }) => {
  const settings = { ...SMALL, recipe: 'sgan', backend: 'simd', labels: '50', examineEvery: 5 };
  await playground.openReady({ ...settings, baseline: 1 });
  await expect(page.getByRole('img', { name: /50 of the 50 digits whose class D is told/ })).toBeVisible();
  const chart = page.getByRole('figure', { name: 'Right answers of the classifier' });
  await playground.train.click();
  await expect(chart).toContainText(/best 0\.\d+ at step/, { timeout: 45_000 });

  // The same seed with all digits: the curve of labels alone stays.
  await page.evaluate(() => {
    location.hash = location.hash.replace('baseline=1', 'baseline=0');
  });
  await expect(chart).toContainText('labels alone');
  await playground.train.click();
  await expect(chart).toContainText(/best 0\.\d+ at step/, { timeout: 45_000 });
});
