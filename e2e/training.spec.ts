import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

const finite = (values: readonly number[]): readonly number[] => values.filter(Number.isFinite);

test('the production build is cross-origin isolated', async ({ playground, page }) => {
  await playground.open();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('CGAN trains: losses are finite and move, and G draws something else', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', stop: 60, ...SMALL });
  const before = await playground.picture();
  await playground.train.click();
  const state = await playground.untilStoppedAt(60);
  expect(state.backend).not.toBeNull();

  const { steps, values } = await playground.history();
  expect(steps).toHaveLength(60);
  for (const series of [values.lossD, values.lossG]) {
    expect(finite(series)).toHaveLength(60);
    expect(new Set(series).size).toBeGreaterThan(30);
  }
  await expect.poll(() => playground.picture()).not.toBe(before);
});

test('the same seed gives the same run', async ({ playground }) => {
  const runs = [];
  for (const seed of [7, 7, 8]) {
    await playground.trainTo(20, { ...SMALL, recipe: 'cgan', backend: 'simd', seed });
    runs.push({ ...(await playground.history()).values, picture: await playground.picture() });
  }
  const [first, again, other] = runs;
  expect(again).toEqual(first);
  expect(other?.lossD).not.toEqual(first?.lossD);
});

test('pause stops within a step, and single steps go on from there', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  const { step } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  await playground.page.waitForTimeout(300);
  expect((await playground.state()).step).toBe(step);

  await playground.step.click();
  await playground.until((state) => state.phase === 'paused' && state.step === step + 1, 'one step is done');
  await playground.stepD.click();
  await playground.until((state) => state.phase === 'paused' && state.step === step + 2, 'a step of D is done');
  await playground.stepG.click();
  await playground.until((state) => state.phase === 'paused' && state.step === step + 3, 'a step of G is done');
});

test('a single step says what it did, until the run goes on', async ({ playground, page }) => {
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  await page.getByRole('tab', { name: 'Understand' }).click();
  const { effect, status } = playground;
  const place = await effect.boundingBox();
  await playground.stepD.click();
  await expect(effect).toContainText(/Step D.+loss D \S+ → \S+\s*loss G .+D\(x\) .+D\(G\(z\)\) /s);
  await expect(status).toContainText(
    /^Paused after step 1\. Step D: loss D \S+ → \S+, loss G .+, D\(G\(z\)\) \S+ → \S+\.$/,
  );
  await expect(effect).toContainText(/\d+ of 100 shown samples look (less|more) real to D: mean \S+ → \S+/);
  await playground.stepG.click();
  await expect(effect).toContainText('Step G');
  expect(await effect.boundingBox()).toEqual(place);
  await playground.train.click();
  await playground.untilStep(5);
  await expect(effect).not.toContainText('Step G');
});

test('reset goes back to step 0 and the very same first picture', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', stop: 5, ...SMALL });
  const first = await playground.picture();
  await playground.train.click();
  await playground.untilStoppedAt(5);
  await expect.poll(() => playground.picture()).not.toBe(first);
  await playground.reset.click();
  await playground.untilStoppedAt(0);
  await expect.poll(() => playground.picture()).toBe(first);
  expect((await playground.history()).steps).toEqual([]);
});

test('a tab hidden for two seconds loses nothing', async ({ playground }) => {
  await playground.makeHideable();
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.train.click();
  const before = await playground.untilStep(5);
  await playground.hideFor(2000);
  await playground.untilStep(before.step + 10);
  await playground.pause.click();
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  const { step } = await playground.state();
  const { steps } = await playground.history();
  expect(steps).toEqual(Array.from({ length: step }, (_, i) => i + 1));
});

for (const recipe of ['cgan', 'dragan']) {
  test(`${recipe} takes no more memory over 25 steps`, async ({ playground }) => {
    await playground.trainTo(5, { ...SMALL, recipe, backend: 'simd' });
    const before = await playground.state();
    for (let step = 6; step <= 30; step++) {
      await playground.step.click();
      await playground.until((state) => state.phase === 'paused' && state.step === step, `step ${step}`);
    }
    const after = await playground.untilStoppedAt(30);
    expect(after.tensors).toBe(before.tensors);
    expect(after.bytes).toBe(before.bytes);
  });
}
