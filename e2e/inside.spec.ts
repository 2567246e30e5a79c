import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

const CGAN = { ...SMALL, recipe: 'cgan', backend: 'simd' };

test('a look inside shows scores, what convinces D, layers and a spectrum', async ({ playground }) => {
  await playground.trainTo(4, CGAN);
  await playground.lookInside.click();
  const { inside } = playground;
  await expect(inside).toContainText('after step 4');
  await expect(inside.getByRole('img', { name: /^Histogram of D’s scores of 256 real/ })).toBeVisible();
  await expect(inside.getByRole('img', { name: /^10 real digits/ })).toBeVisible();
  await expect(inside.getByRole('img', { name: /^10 generated digits/ })).toBeVisible();
  await expect(inside.getByRole('table', { name: 'G, the generator' }).getByRole('row')).not.toHaveCount(1);
  await inside.getByRole('button', { name: 'Spectrum of layer 2 of G' }).click();
  await expect(inside.getByRole('img', { name: /^Singular values of layer 2 of G, a 110×/ })).toBeVisible();

  await inside.getByRole('button', { name: 'Close' }).click();
  await expect(inside).toBeHidden();
  await expect(playground.lookInside).toBeFocused();
});

test('it follows the training, which is what it is if nobody looks', async ({ playground }) => {
  const alone = await playground.trainTo(60, CGAN);
  await playground.openReady({ ...CGAN, stop: 60 });
  await playground.train.click();
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('after step 60', { timeout: 30_000 });
  const watched = await playground.state();
  expect(watched.losses).toEqual(alone.losses);
});

test('in the plane there is no digit to colour, and it says where to look', async ({ playground }) => {
  await playground.trainTo(4, { ...SMALL, recipe: 'gan', data: 'ring', backend: 'cpu' });
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('In the plane, the arrows over D show the same');
  await expect(playground.inside.getByRole('img', { name: /^Histogram/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nobody is shut out of the ${colorScheme} look inside`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme });
    await playground.trainTo(3, CGAN);
    await playground.lookInside.click();
    await playground.inside.getByRole('button', { name: 'Spectrum of layer 2 of G' }).click();
    await expect(playground.inside.getByRole('img', { name: /^Singular values/ })).toBeVisible();
    expect(await seriousProblems(page)).toEqual([]);
  });
}
