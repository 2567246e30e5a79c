import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';
import { shiftsOf, watchShifts } from './pages/shifts.ts';

const DRAGAN = { ...SMALL, recipe: 'dragan', dock: 'understand' };

const part = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const player = (page: Page) => page.getByRole('group', { name: 'Go through the step' });
const button = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true });
const lines = (page: Page) => page.getByRole('group', { name: 'What this line came by' });
/** The line of the algorithm that is at work. */
const lit = (page: Page) => page.getByRole('region', { name: 'The algorithm' }).locator('[aria-current="step"]');

test('a formula is set as one, with its number beside it, and can be read out', async ({ playground, page }) => {
  await playground.trainTo(2, DRAGAN);
  const losses = page.getByRole('region', { name: 'Losses', exact: true });
  const penalty = losses.getByRole('listitem').filter({ hasText: 'penalty' });
  await expect(penalty.locator('math msup')).toHaveCount(1);
  await expect(penalty.locator('math')).toHaveAccessibleName(
    /lambda mean of \(\(norm of \(gradient of D\(x plus delta\)\)/,
  );
  await expect(penalty.locator('b')).toHaveText(/^\d/);
  // Its curve is lit while the keyboard is there.
  await penalty.getByRole('button').press('Enter');
  await expect(penalty.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
});

test('which part of it is open is in the link, and a link opens it', async ({ playground, page }) => {
  await playground.openReady(DRAGAN);
  await part(page, 'Errata').click();
  await expect(page).toHaveURL(/dock=understand&understand=errata/);
  await page.reload();
  await expect(part(page, 'Errata')).toHaveAttribute('aria-selected', 'true');
  // Who edits the address sees what it says.
  await page.evaluate(() => {
    location.hash = location.hash.replace('understand=errata', 'understand=gradient');
  });
  await expect(part(page, 'Gradient')).toHaveAttribute('aria-selected', 'true');
});

test('a step is gone through line by line, with its own tensors, by keyboard', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'dcgan', dock: 'understand' });
  await part(page, 'One step').press('Enter');
  await expect(lit(page)).toHaveCount(0);
  await button(page, 'Take a step').press('Enter');
  await playground.until(({ step, phase }) => phase === 'paused' && step === 1, 'a step is taken');
  await expect(lines(page)).toContainText('Real examples of this batch');
  await expect(lines(page).getByRole('img', { name: 'Real examples of this batch' })).toBeVisible();
  const next = button(page, 'Next line');
  await next.press('Enter');
  await expect(lines(page).getByRole('img', { name: '8 latent points of 100 numbers each' })).toBeVisible();
  await next.press('Enter');
  await next.press('Enter');
  await expect(lines(page)).toContainText(/D\(x\) mean .+D\(G\(z\)\) mean /);
  await next.press('Enter');
  await expect(lines(page)).toContainText(/real.+generated.+loss D/s);
  await next.press('Enter');
  await expect(lines(page)).toContainText(/They moved by \S+ % of their length/);
  await expect(lit(page)).toHaveText(/Adam/);
  for (let line = 0; line < 4; line++) await next.press('Enter');
  await expect(lines(page).getByRole('img', { name: /^Fakes of this step, coloured/ })).toBeVisible();
  await button(page, 'Back').press('Enter');
  await expect(lines(page)).toContainText('How real D finds the fakes');
  // From the end it begins anew.
  for (let line = 0; line < 3; line++) await next.press('Enter');
  await button(page, 'Play').press('Enter');
  await expect(lines(page)).toContainText('line 1 of 12');
  await expect(lines(page)).toContainText('line 2 of 12');
  await button(page, 'Stop').press('Enter');
});

test('in the plane arrows say where G is sent, and a critic of two updates has two rounds', async ({
  playground,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await playground.openReady({ ...SMALL, recipe: 'wgan', data: 'ring', kD: 2, dock: 'understand' });
  await part(page, 'One step').click();
  await playground.step.click();
  // Nothing goes on by itself.
  await expect(lines(page)).toContainText('line 1 of 20');
  await expect(button(page, 'Play')).toHaveCount(0);
  const next = button(page, 'Next line');
  for (let line = 0; line < 6; line++) await next.click();
  await expect(lines(page)).toContainText(/\S+ % of the weights of D lie at ±c now/);
  await next.click();
  await expect(page.getByText('now 2 of 2')).toBeVisible();
  for (let line = 7; line < 17; line++) await next.click();
  await expect(lines(page).getByRole('img', { name: /with an arrow along the slope of D/ })).toBeVisible();
  // The same step as without looking on: a run from the same seed goes the same way.
  const slow = await playground.state();
  await playground.openReady({ ...SMALL, recipe: 'wgan', data: 'ring', kD: 2 });
  await playground.step.click();
  const { losses } = await playground.until(({ step, phase }) => phase === 'paused' && step === 1, 'a step is taken');
  expect(slow.losses).toEqual(losses);
});

test('a sample is followed through both networks, also another one, and of a later step', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan-conv', dock: 'understand' });
  await part(page, 'A sample').click();
  const way = page.getByRole('region', { name: 'A sample on its way through both networks' });
  await expect(way).toContainText('Sample 1 on the screen, after step 0');
  await expect(way.getByRole('img', { name: /^What layer \d+ of G/ })).not.toHaveCount(0);
  await expect(way.getByRole('img', { name: /^What layer \d+ of D/ })).not.toHaveCount(0);
  await expect(way).toContainText(/D’s output: \S+/);
  await playground.step.click();
  await expect(way).toContainText('after step 1');
});

test('it is said why D is held, and errata have their symptom and a switch', async ({ playground, page }) => {
  await playground.trainTo(2, { ...DRAGAN, dock: 'curves' });
  await page.getByRole('button', { name: 'Why it matters: the gradient of D' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Understand', exact: true })).toBeFocused();
  const why = page.getByRole('region', { name: 'Gradient', exact: true });
  await expect(why).toContainText('At real examples moved by noise');
  await expect(why.getByRole('definition').first()).toHaveText(/^\d/);
  await part(page, 'Errata').click();
  const errata = page.getByRole('region', { name: 'Errata', exact: true });
  await expect(errata).toContainText('the norm of the gradient stays well above k');
  await errata.getByRole('switch', { name: 'Norm over columns only' }).check({ force: true });
  await expect.poll(() => page.evaluate(() => window.ganPlayground.link())).toContain('columnNorm=1');
});

test('nobody is shut out of what there is to understand, on a phone, and nothing jumps', async ({
  playground,
  page,
}) => {
  await page.setViewportSize(WINDOWS.phone);
  await watchShifts(page);
  await playground.openReady(DRAGAN);
  await playground.showPart('Curves');
  await part(page, 'One step').click();
  await button(page, 'Take a step').click();
  await expect(lines(page)).toContainText('line 1 of 13');
  for (const name of ['One step', 'A sample', 'Gradient', 'Errata']) {
    await part(page, name).click();
    if (name === 'A sample') await expect(page.getByText('Sample 1 on the screen')).toBeVisible();
    // Browsers leave out what follows a click within half a second.
    await page.waitForTimeout(700);
    expect(await problemsInBothThemes(page), name).toEqual([]);
  }
  expect(await shiftsOf(page)).toEqual([]);
});
