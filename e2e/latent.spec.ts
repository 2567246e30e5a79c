import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { LatentPage } from './pages/latent.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';

const TOLD = { ...SMALL, recipe: 'cgan', backend: 'simd', seed: 3 };

test('samples that are pressed in the grid are kept, and pictures lead from one to the next', async ({
  playground,
  page,
}) => {
  const latent = new LatentPage(page);
  await playground.trainTo(20, TOLD);
  await page.getByRole('option', { name: 'Row 2, column 4, class 3' }).click();
  await page.getByRole('option', { name: 'Row 5, column 9, class 8' }).click();
  await expect(page.locator('[data-kept]'), 'so many are kept').toHaveText('2');
  await latent.open('Latent');
  await expect(latent.kept).toHaveCount(2);
  await expect(page.getByRole('radio', { name: 'Kept sample 2, class 8' })).toBeChecked();
  await expect(page.getByText('z is normal: nearly all of it lies on a shell')).toBeVisible();

  const picture = latent.picture('The picture at this place on the way.');
  await latent.changes(picture, () => latent.way.fill('0.9'));
  await latent.changes(picture, () => latent.button('Play').click());
  await latent.button('Stop').click();

  await latent.button('New').click();
  await expect(latent.kept).toHaveCount(3);
  await latent.button('Remove').click();
  await expect(latent.kept).toHaveCount(2);
  await latent.button('Remove').click();
  await expect(page.getByText('Keep 2 samples')).toBeVisible();
});

test('the plane through three is walked by pointer and by keys, also while G learns', async ({ playground, page }) => {
  const latent = new LatentPage(page);
  await playground.openReady(TOLD);
  await playground.train.click();
  await latent.open('Latent');
  await expect(latent.kept, 'three are kept to begin with').toHaveCount(3);
  await latent.look('Plane');
  const picture = latent.picture('The picture at this place in the plane.');
  await latent.changes(picture, () => latent.pad.press('ArrowRight'));
  const { x, y, width, height } = (await latent.pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await latent.changes(picture, () => page.mouse.move(x + 0.5 * width, y + 0.14 * height, { steps: 8 }));
  await page.mouse.up();
  await expect(latent.pad, 'it is at the first of the three').toHaveAttribute('aria-valuetext', /^A (99|100) %/);
  expect((await playground.state()).phase).toBe('training');
  await playground.pause.click();
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');
});

test('one z is drawn in every class, along directions that get a name, and beside real images', async ({
  playground,
  page,
}) => {
  const latent = new LatentPage(page);
  await playground.trainTo(20, TOLD);
  await latent.open('Latent');
  await latent.look('Class');
  await expect(latent.picture('The same z drawn in each of 10 classes.')).toBeVisible();
  const share = page.getByRole('slider', { name: 'Share of the second class' });
  await latent.changes(latent.picture(/^The same z, /), () => share.fill('1'));

  await latent.look('Directions');
  await latent.changes(latent.picture('The picture so far along all directions.'), () =>
    page.getByRole('slider', { name: 'Along direction 1' }).fill('4'),
  );
  await page.getByRole('textbox', { name: 'Name of direction 1' }).fill('slant');
  await page.keyboard.press('Enter');
  await latent.look('Nearest real');
  await expect(page.getByText(/^In pixels, of [\d,]+ training images$/)).toBeVisible();
  await expect(latent.picture(/^8 real images, the nearest of them at/).first()).toBeVisible();
  await latent.look('Directions');
  await expect(page.getByRole('textbox', { name: 'Name of direction 1' })).toHaveValue('slant');
});

test('one sample is seen with its z, which can be changed and brought back, and with what D makes of it', async ({
  playground,
  page,
}) => {
  const latent = new LatentPage(page);
  await playground.trainTo(20, TOLD);
  await page.getByRole('option', { name: 'Row 1, column 8, class 7' }).dblclick();
  const picture = latent.picture(/^Sample 8 of 100, class 7, after step 20/);
  await expect(latent.z).toHaveAttribute('aria-valuetext', /^Number 1 of 100/);
  await expect(page.getByText('D’s score')).toBeVisible();
  await expect(page.getByRole('definition').first()).toHaveText(/\d/);
  await latent.z.press('ArrowRight');
  const before = await latent.changes(picture, async () => {
    for (let i = 0; i < 12; i++) await latent.z.press('ArrowUp');
  });
  await latent.button('Its own z').click();
  await expect.poll(() => latent.pixels(picture)).toBe(before);
  await page.getByRole('switch', { name: 'What would convince D' }).check({ force: true });
  await expect(latent.picture(/amber: darker/)).toBeVisible();
  await latent.button('The next sample').click();
  await expect(latent.picture(/^Sample 9 of 100, class 8/)).toBeVisible();
});

test('in the plane a grid over z is seen as G warps it', async ({ playground, page }) => {
  const latent = new LatentPage(page);
  await playground.openReady({ recipe: 'gan', data: 'ring', backend: 'simd', ...SMALL });
  await latent.open('Latent');
  const manifold = latent.picture(/^A grid over z with 576 cells/);
  await latent.changes(manifold, async () => {
    await playground.step.click();
    await playground.untilStoppedAt(1);
  });
  await expect(page.getByRole('tab', { name: 'One sample' })).toHaveCount(0);
});

for (const viewport of [WINDOWS.desktop, WINDOWS.phone])
  test(`nobody is shut out of the latent space, ${viewport.width} pixels wide`, async ({ playground, page }) => {
    const latent = new LatentPage(page);
    await page.setViewportSize(viewport);
    await playground.openReady(TOLD);
    await latent.open('Latent');
    for (const mode of ['Between', 'Plane', 'Class', 'Directions'] as const) {
      await latent.look(mode);
      await expect(latent.picture(/picture|The same z/).last()).toBeVisible();
      expect(await seriousProblems(page), mode).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${mode} is no wider than the window`).toBeLessThanOrEqual(0);
    }
    await latent.open('One sample');
    await expect(latent.picture(/^Sample 1 of 100/)).toBeVisible();
    expect(await seriousProblems(page), 'One sample').toEqual([]);
  });
