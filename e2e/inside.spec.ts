import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';
import { shiftsOf, watchShifts } from './pages/shifts.ts';

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

  await inside.getByRole('button', { name: 'Spectrum of layer 2 of G' }).click();
  await expect(inside.getByRole('img', { name: /^Singular values/ })).toBeHidden();
  await expect(playground.lookInside).toHaveAttribute('aria-selected', 'true');

  // What does not fit scrolls, also without a mouse.
  const seen = inside.getByRole('region', { name: 'What was seen inside' });
  await seen.focus();
  await seen.press('End');
  await expect(inside.getByRole('button', { name: 'Spectrum of layer 2 of G' })).toBeInViewport();
});

test('it covers nothing: the training goes on beside it and can be paused', async ({ playground }) => {
  await playground.openReady(CGAN);
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('after step 0');
  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  const { step } = await playground.until(({ phase }) => phase === 'paused', 'it rests');
  await expect(playground.inside).toContainText(`after step ${step.toLocaleString('en')}`);
});

test('who does not follow the training sees the step that was looked at, and looks again when asked', async ({
  playground,
}) => {
  await playground.openReady(CGAN);
  await playground.lookInside.click();
  await playground.inside.getByRole('switch', { name: 'Follow' }).uncheck({ force: true });
  await expect(playground.inside).toContainText('after step 0');
  await playground.train.click();
  await playground.untilStep(5);
  await expect(playground.inside).toContainText('after step 0');
  await playground.inside.getByRole('button', { name: 'Look again' }).click();
  await expect(playground.inside).not.toContainText('after step 0');
});

test('a run that has failed is told instead of an empty place', async ({ playground }) => {
  await playground.open({
    ...{ recipe: 'lsgan', data: 'ring', backend: 'simd', width: 0.1, batch: 32, lrG: 1, lrD: 1 },
    ...{ optimizerG: 'sgd', optimizerD: 'sgd', momentum: 0.9, run: 1 },
  });
  await playground.until(({ phase }) => phase === 'failed', 'the run has failed');
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('The run has stopped before anybody looked inside.');
  await expect(playground.inside.getByRole('button', { name: 'Look again' })).toBeDisabled();
});

test('on a phone nobody looks while another part of the page is seen', async ({ playground, page }) => {
  await page.setViewportSize(WINDOWS.phone);
  await playground.openReady(CGAN);
  await playground.train.click();
  await playground.showPart('Curves');
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('after step');
  await playground.showPart('Picture');
  const hidden = page.getByRole('region', { name: 'Inside both networks', includeHidden: true });
  // A look that had begun comes in.
  await page.waitForTimeout(1000);
  const told = await hidden.locator('header').textContent();
  const { step } = await playground.state();
  await page.waitForTimeout(3000);
  expect((await playground.state()).step).toBeGreaterThan(step);
  expect(await hidden.locator('header').textContent()).toBe(told);
  await playground.showPart('Curves');
  await expect(playground.inside.locator('header')).not.toHaveText(told ?? '');
});

for (const [where, viewport] of Object.entries(WINDOWS)) {
  test(`nothing moves while it follows a training on a ${where}`, async ({ playground, page }) => {
    await page.setViewportSize(viewport);
    await watchShifts(page);
    await playground.openReady(CGAN);
    await playground.train.click();
    if (where === 'phone') await playground.showPart('Curves');
    await playground.lookInside.click();
    const spectrum = playground.inside.getByRole('button', { name: 'Spectrum of layer 2 of G' });
    await spectrum.click();
    await expect(playground.inside.getByRole('img', { name: /^Singular values of/ })).toBeVisible();
    // Browsers leave out what follows a click within half a second.
    await page.waitForTimeout(1000);
    const { length: before } = await shiftsOf(page);
    await page.waitForTimeout(6000);
    expect((await shiftsOf(page)).slice(before)).toEqual([]);
  });
}

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
  await playground.trainTo(4, { ...SMALL, recipe: 'gan', data: 'ring', backend: 'simd' });
  await playground.lookInside.click();
  await expect(playground.inside).toContainText('In the plane, the arrows over D show the same');
  await expect(playground.inside.getByRole('img', { name: /^Histogram/ })).toBeVisible();
});

test('nobody is shut out of a look inside', async ({ playground, page }) => {
  await playground.trainTo(3, CGAN);
  await playground.lookInside.click();
  await playground.inside.getByRole('button', { name: 'Spectrum of layer 2 of G' }).click();
  await expect(playground.inside.getByRole('img', { name: /^Singular values/ })).toBeVisible();
  expect(await problemsInBothThemes(page)).toEqual([]);
});
