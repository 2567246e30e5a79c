import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('a link that is partly wrong says what, and works', async ({ playground }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan', lrG: 'fast', momentum: 3, batch: 1 });
  const { notices } = await playground.state();
  expect(notices).toHaveLength(3);
  for (const key of ['lrG', 'momentum', 'batch']) {
    expect(notices.join('\n')).toContain(key);
    await expect(playground.page.getByText(new RegExp(`\\b${key}\\b`)).first()).toBeVisible();
  }
  await playground.step.click();
  await playground.until((state) => state.step === 1, 'a step is done');
});

test('a link can start training and stop by itself', async ({ playground }) => {
  await playground.open({ ...SMALL, recipe: 'dragan', seed: 5, run: 1, stop: 4 });
  const state = await playground.untilStoppedAt(4);
  expect(state).toMatchObject({ recipe: 'dragan', seed: 5 });
});

test('Back leads to the system that was there before, with its run as it was, and does not leave the page', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'gan', data: 'ring' });
  await playground.train.click();
  await playground.untilStep(5);
  await playground.chooseRecipe('DRAGAN');
  await playground.until(({ recipe, phase }) => recipe === 'dragan' && phase === 'paused', 'DRAGAN is open');
  await expect(page).toHaveURL(/recipe=dragan/);
  const step = (await playground.state()).aside[0]?.members[0]?.step;
  await page.goBack();
  await playground.until(
    (state) => state.recipe === 'gan' && state.phase === 'paused' && state.step === step,
    'the first run is back',
  );
  await page.goForward();
  await playground.until(({ recipe, phase }) => recipe === 'dragan' && phase === 'paused', 'DRAGAN is open again');
});

test('a link to somebody’s own images says that they are not here', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan', data: 'file:1' });
  await expect(page.getByText('These data are not here')).toBeVisible();
  await expect(page.getByText('Part of the link was not understood')).toHaveCount(0);
  expect((await playground.state()).data).toBe('mnist');
});
