import { expect, test } from './fixtures.ts';
import { problemsInBothThemes, seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

test('nobody is shut out of the page', async ({ playground, page }) => {
  for (const recipe of ['dragan', 'cgan']) {
    await playground.trainTo(3, { recipe, ...SMALL });
    expect(await problemsInBothThemes(page), recipe).toEqual([]);
  }
});

test('nobody is shut out of bringing images of their own', async ({ playground, page }) => {
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  await playground.bring('broken.npz', Uint8Array.of(1, 2, 3, 4));
  await expect(playground.dialog.getByRole('alert')).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
});

test('follows the preference for dark colours', async ({ playground, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.openReady(SMALL);
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
});

test('everything can be done by keyboard', async ({ playground, page }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  const wanted = new Set(['System: CGAN', 'Train', 'Step', 'Step D', 'Step G', 'Reset', 'All']);
  // Transport and picture come before settings: it is not far.
  const MOST_STOPS = 12;
  const nameOfFocused = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused?.textContent;
      return (focused?.getAttribute('aria-label') ?? label ?? '').trim();
    });
  for (let presses = 0; presses < MOST_STOPS && wanted.size > 0; presses++) {
    await page.keyboard.press('Tab');
    wanted.delete(await nameOfFocused());
  }
  expect([...wanted], 'not reached by Tab').toEqual([]);

  await playground.train.focus();
  await page.keyboard.press('Enter');
  await playground.untilStep(2);
  await playground.pause.focus();
  await page.keyboard.press('Space');
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');
});
