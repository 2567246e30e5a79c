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
