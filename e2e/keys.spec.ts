import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

test('keys train, step and turn the classes, and are listed under the question mark', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan' });
  await page.keyboard.press('s');
  await playground.untilStoppedAt(1);
  await page.keyboard.press('ArrowRight');
  await playground.until(({ grid }) => grid?.classes === 0, 'class 0 is shown');
  await page.keyboard.press('Space');
  await playground.untilStep(4);
  await page.keyboard.press('Space');
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText('Train or pause')).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('keys that are typed into a field do nothing else', async ({ playground }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan' });
  const { run } = await playground.state();
  await playground.openStatus();
  await playground.seed.press('r');
  await playground.seed.press('s');
  expect(await playground.state()).toMatchObject({ run, step: 0, phase: 'paused' });
});
