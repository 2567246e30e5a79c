import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';

/** In the plane, where steps are quick: G hardly learns, so D is soon sure of everything. */
const LOPSIDED = { recipe: 'gan', data: 'ring', backend: 'simd', width: 0.1, batch: 32, lrG: 0.000001 };

test('a D that is too strong is named, shown in the charts, and the suggestion changes the rate', async ({
  playground,
  page,
}) => {
  await playground.openReady(LOPSIDED);
  await playground.train.click();
  await expect(playground.diagnosis).toContainText('D is too strong', { timeout: 45_000 });
  await expect(playground.chart(/^Scores by D/).locator('.lit')).toBeVisible();
  await expect(playground.chart(/^Gradient of D/).locator('.lit')).toBeHidden();

  const rate = page.getByRole('textbox', { name: 'Learning rate of G, exact value' });
  await expect(rate).toHaveValue('1e-6');
  await playground.diagnosis.getByRole('button', { name: 'Set Learning rate of G to 0.001' }).click();
  await expect(rate).toHaveValue('0.001');
  await expect(playground.diagnosis).toBeHidden();
  // It acts on the running networks: nothing starts over.
  const { step, phase } = await playground.state();
  expect([phase, step > 200]).toEqual(['training', true]);
});

test('numbers that ran away are told at once, with what to do', async ({ playground }) => {
  await playground.open({
    ...LOPSIDED,
    recipe: 'lsgan',
    ...{ lrG: 1, lrD: 1, optimizerG: 'sgd', optimizerD: 'sgd', momentum: 0.9, run: 1 },
  });
  await playground.until(({ phase }) => phase === 'failed', 'the run has failed');
  await expect(playground.alert).toContainText(/The training diverged .+ was no longer a finite number/);
  await playground.alert.getByRole('button', { name: /^Set Learning rate of G to .+, Learning rate of D to/ }).click();
  await playground.alert.getByRole('button', { name: 'Resume from the last good state' }).click();
  const { step } = await playground.until(({ phase }) => phase === 'paused', 'it can go on');
  await playground.train.click();
  await playground.untilStep(step + 20);
});

test('nothing is said of a training that works', async ({ playground }) => {
  await playground.trainTo(300, { recipe: 'dragan', data: 'ring', backend: 'simd', width: 0.1, batch: 32 });
  await playground.page.waitForTimeout(1500);
  await expect(playground.diagnosis).toBeHidden();
});

test('a class of which G draws one and the same image is named, framed and measured', async ({ playground }) => {
  test.slow();
  // With momentum and a D that is slow, each class comes to one image, whatever the seed.
  const narrow = { recipe: 'cgan-conv', backend: 'simd', width: 0.25, seed: 42, beta1: 0.5, lrD: 0.0005 };
  await playground.openReady({ ...narrow, stop: 1000 });
  await playground.train.click();
  const sentence = /All “\d” of G are alike.*differ only \d(\.\d)? % as much/;
  await expect(playground.diagnosis).toContainText(sentence, { timeout: 120_000 });
  await expect(playground.litClass).toBeVisible();
  await expect(playground.chart(/^Scores by D/).locator('.lit')).toBeVisible();

  await playground.lookInside.click();
  const classes = playground.inside.getByRole('list', { name: /^Variety of each class/ }).getByRole('listitem');
  await expect(classes).toHaveCount(10);
  await expect(classes.first()).toHaveText(/^0\s*\d+\s%$/);
});

test('a D that has stopped is named', async ({ playground, page }) => {
  test.slow();
  await playground.trainTo(500, { recipe: 'gan', data: 'ring', backend: 'simd', width: 0.25, seed: 1 });
  const rate = page.getByRole('textbox', { name: 'Learning rate of D, exact value' });
  await rate.fill('0.02');
  await rate.press('Enter');
  await playground.train.click();
  await expect(playground.diagnosis).toContainText('D has stopped', { timeout: 90_000 });
  await expect(playground.diagnosis.getByRole('button', { name: 'Set Learning rate of D to 0.001' })).toBeVisible();
});

test('a finding of a run that rests can be dismissed, one after the other', async ({ playground }) => {
  await playground.trainTo(400, LOPSIDED);
  const dismiss = playground.diagnosis.getByRole('button', { name: /^Dismiss/ });
  await expect(dismiss).toBeVisible();
  // There are fewer rules than this.
  for (let found = 0; found < 12 && (await dismiss.isVisible()); found++) await dismiss.click();
  await expect(playground.diagnosis).toBeHidden();
});

test('nobody is shut out of a finding', async ({ playground, page }) => {
  await playground.trainTo(400, LOPSIDED);
  await expect(playground.diagnosis).toBeVisible();
  expect(await problemsInBothThemes(page)).toEqual([]);
});
