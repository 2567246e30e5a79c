import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';
import { shiftsOf, watchShifts } from './pages/shifts.ts';

const CGAN = { ...SMALL, recipe: 'cgan', backend: 'simd' };

const openPlay = (page: Page) => page.getByRole('tab', { name: 'Play', exact: true }).click();
const be = (page: Page, who: 'D' | 'G') => page.getByRole('radio', { name: `Be ${who}` }).check({ force: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const pad = (page: Page) => page.getByRole('application', { name: 'Your drawing' });

/** D's score of what is drawn, as it is read last. */
async function scoreOf(region: Locator): Promise<number> {
  await expect(region.locator('[data-score]')).toBeVisible();
  return Number(await region.locator('[data-score]').getAttribute('data-score'));
}

/** A “1”, by mouse. */
async function drawOne(page: Page): Promise<void> {
  const { x, y, width, height } = (await pad(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 12 });
  await page.mouse.up();
}

test('a person who is D sees twenty images, and then how well D does', async ({ playground, page }) => {
  await watchShifts(page);
  await playground.trainTo(4, CGAN);
  await openPlay(page);
  await button(page, 'Begin').click();
  for (let round = 1; round <= 20; round++) {
    await expect(page.getByRole('group', { name: `Image ${round} of 20` })).toBeVisible();
    // Nothing gives it away.
    await expect(page.getByRole('img', { name: `Image ${round}, real or generated` })).toBeVisible();
    await expect(page.getByText(/^Class: \d$/)).toBeVisible();
    if (round % 2) await page.keyboard.press(round % 4 === 1 ? 'r' : 'g');
    else await button(page, round % 4 ? 'Real' : 'Generated').click();
    // Wherever one is: elsewhere the next keys take a step of G, or throw the run back.
    if (round === 10) await playground.menu.focus();
    if (round === 12) await playground.train.focus();
  }
  // Who answers quickly presses once too often.
  for (const key of ['r', 'g']) await page.keyboard.press(key);
  const result = page.getByRole('region', { name: /^You had \d+ of 20 right/ });
  await expect(result).toContainText(/D had \d+ of the same 20 right/);
  await expect(result).toContainText('after step 4; real images are test images');
  await expect(result.getByRole('img', { name: /^ROC curve of D, area .*; you \d+ %/ })).toBeVisible();
  const right = Number(/You had (\d+)/.exec((await result.textContent()) ?? '')?.[1]);
  await expect(result.getByRole('img', { name: /^Image \d+ was (real|generated)$/ })).toHaveCount(20 - right);
  expect(await shiftsOf(page)).toEqual([]);
  expect(await seriousProblems(page)).toEqual([]);
  // The keys were for the game alone: the run is where it was.
  expect((await playground.state()).step).toBe(4);

  await button(page, 'Once more').click();
  await expect(page.getByRole('group', { name: 'Image 1 of 20' })).toBeVisible();
});

test('a person who is G draws a “1”: D’s score moves, and a step along its slope raises it', async ({
  playground,
  page,
}) => {
  await playground.trainTo(4, CGAN);
  await openPlay(page);
  await be(page, 'G');
  const stage = page.getByRole('region', { name: 'Play against the networks' });
  const empty = await scoreOf(stage);
  await drawOne(page);
  await expect.poll(() => scoreOf(stage)).not.toBe(empty);
  await expect(stage.getByRole('listitem', { name: /^1: \d+ %$/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Your drawing: [1-9]\d* % of it is painted/ })).toBeVisible();

  const before = await scoreOf(stage);
  await button(page, 'One step towards “real”').click();
  await expect.poll(() => scoreOf(stage)).toBeGreaterThan(before);
  await button(page, 'Undo').click();
  await expect.poll(() => scoreOf(stage)).toBeCloseTo(before, 5);
  await button(page, 'Clear').click();
  await expect.poll(() => scoreOf(stage)).toBeCloseTo(empty, 5);
});

test('one draws by keys alone, and what is drawn stays while one looks elsewhere', async ({ playground, page }) => {
  await playground.openReady(CGAN);
  await openPlay(page);
  await be(page, 'G');
  await pad(page).focus();
  await page.keyboard.press('Enter');
  for (let row = 0; row < 14; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawn = page.getByRole('img', { name: /^Your drawing: [1-9]\d* % of it is painted/ });
  await expect(drawn).toBeVisible();
  await page.getByRole('tab', { name: 'Samples' }).click();
  await openPlay(page);
  await expect(drawn).toBeVisible();
  await pad(page).focus();
  for (let stroke = 0; stroke < 15; stroke++) await page.keyboard.press('Delete');
  await expect(page.getByRole('img', { name: /^Your drawing: 0 % of it is painted/ })).toBeVisible();
});

test('in the plane a person places points, and a step along their arrows convinces D more', async ({
  playground,
  page,
}) => {
  await playground.trainTo(20, { recipe: 'gan', data: 'ring', backend: 'simd', width: 0.1, batch: 32 });
  await openPlay(page);
  const square = page.getByRole('application', { name: 'Your points in the plane' });
  const stage = page.getByRole('region', { name: 'Play against the networks' });
  const { x, y, width, height } = (await square.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width * 0.3, y + height * 0.4);
  await page.mouse.click(x + width * 0.6, y + height * 0.7);
  await expect(stage.getByText('2 of 64 points')).toBeVisible();
  await square.press('Space');
  await expect(stage.getByText('3 of 64 points')).toBeVisible();
  await square.press('Space');
  await square.press('Delete');
  await expect(stage.getByText('2 of 64 points')).toBeVisible();
  const before = await scoreOf(stage);
  await button(page, 'One step along the arrows').click();
  await expect.poll(() => scoreOf(stage)).toBeGreaterThan(before);
  expect(await seriousProblems(page)).toEqual([]);
  const moved = await stage.getByRole('listitem').allTextContents();
  await button(page, 'Take all away').click();
  await expect(stage.getByText('0 of 64 points')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(stage.getByRole('listitem')).toHaveText(moved);
  await button(page, 'Undo').click();
  await expect(stage.getByRole('listitem')).not.toHaveText(moved);
  await expect(stage.getByText('2 of 64 points')).toBeVisible();
});

test('a person paints a distribution, trains on it, and takes back what they painted', async ({ playground, page }) => {
  await watchShifts(page);
  await playground.openReady({ recipe: 'gan', data: 'ring', backend: 'simd', width: 0.1, batch: 32 });
  await playground.dataSet.selectOption('Draw your own…');
  const square = page.getByRole('application', { name: 'Your distribution' });
  const stage = page.getByRole('region', { name: 'Play against the networks' });
  await square.press('Space');
  await expect(stage.getByText('60 points', { exact: true })).toBeVisible();
  await button(page, 'Train on it').click();
  await expect(stage.getByText('60 points show no distribution: paint until there are at least 1,000.')).toBeVisible();

  const { x, y, width, height } = (await square.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.2, y + height * 0.3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.6, { steps: 6 });
  await page.mouse.up();
  const painting = stage.getByRole('img', { name: /^Your distribution: [\d,]{5,} points$/ });
  await expect(painting).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(painting).toBeHidden();
  await page.mouse.move(x + width * 0.2, y + height * 0.3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.6, { steps: 6 });
  await page.mouse.up();
  expect(await seriousProblems(page)).toEqual([]);

  await stage.getByRole('textbox', { name: 'Name' }).fill('A bar');
  await button(page, 'Train on it').click();
  await playground.until(({ data, phase }) => data === 'file:points-1' && phase === 'paused', 'a run is open on it');
  await expect(playground.dataSet.locator('option:checked')).toHaveText('A bar');
  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  const { error } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  expect(error).toBeNull();
  expect(await shiftsOf(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone, ${colorScheme}, all of it is there, large enough for a finger`, async ({ playground, page }) => {
    await page.setViewportSize(WINDOWS.phone);
    await page.emulateMedia({ colorScheme });
    await playground.openReady({ ...CGAN, recipe: 'gan' });
    await openPlay(page);
    await button(page, 'Begin').click();
    const real = await button(page, 'Real').boundingBox();
    expect(real?.height).toBeGreaterThanOrEqual(44);
    await be(page, 'G');
    await drawOne(page);
    await expect(page.locator('[data-score]')).toBeVisible();
    for (const name of ['Undo', 'Clear', 'Eraser', 'One step towards “real”', 'Centre as in MNIST']) {
      const box = await button(page, name).boundingBox();
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
    }
    expect(await seriousProblems(page)).toEqual([]);
  });
}
