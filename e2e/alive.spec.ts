import type { Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type PlaygroundPage, SMALL } from './pages/playground.ts';

const engineOf = (page: Page): Worker => page.workers().find((worker) => /host/.test(worker.url())) as Worker;

/** Trains, does something to the worker, and expects the page to say within five seconds that it is lost. */
async function isLost(
  playground: PlaygroundPage,
  ruin: (worker: Worker) => unknown,
  sentence: string | RegExp,
): Promise<void> {
  await playground.openReady({ ...SMALL, recipe: 'cgan', backend: 'simd' });
  await playground.train.click();
  await playground.untilStep(5);
  void ruin(engineOf(playground.page));
  await expect(playground.alert.filter({ hasText: sentence })).toBeVisible({ timeout: 5000 });
}

const SILENT = 'The training engine has not answered for several seconds.';
const THROWN = 'The training engine has stumbled over an error of its own.';

test('a worker that the browser ends is missed within five seconds', { tag: '@alone' }, ({ playground }) =>
  isLost(playground, (worker) => worker.evaluate(() => self.close()), SILENT),
);

test('a worker in an endless loop is missed within five seconds', { tag: '@alone' }, ({ playground }) =>
  isLost(
    playground,
    // It never returns, until the page is closed.
    (worker) =>
      worker
        .evaluate(() => {
          for (;;);
        })
        .catch(() => undefined),
    SILENT,
  ),
);

test('an error that nothing caught in the worker is told at once', ({ playground }) =>
  isLost(
    playground,
    (worker) =>
      worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('a fault');
        });
      }),
    THROWN,
  ));

test('a worker that is only slow is missed, and the page takes it back', { tag: '@alone' }, async ({ playground }) => {
  const loopFor = (milliseconds: number) => (worker: Worker) =>
    worker.evaluate((duration) => {
      for (const end = performance.now() + duration; performance.now() < end; );
    }, milliseconds);
  await isLost(playground, loopFor(7000), SILENT);
  await expect(playground.alert.filter({ hasText: SILENT })).toBeHidden();
  const { step } = await playground.state();
  await playground.untilStep(step + 5);
});

test('a step that takes many seconds is no reason for alarm', { tag: '@alone' }, async ({ playground }) => {
  test.setTimeout(180_000);
  await playground.openReady({ recipe: 'dcgan', width: 0.25, batch: 64, backend: 'cpu' });
  await playground.step.click();
  const { error } = await playground.until(
    (state) => state.error !== null || (state.phase === 'paused' && state.step === 1),
    'a step is done, or something is said',
    120_000,
  );
  expect(error).toBeNull();
});

test('a worker whose script does not come is told', async ({ playground, page, expectedErrors }) => {
  expectedErrors.push(/net::ERR_FAILED/);
  await page.route('**/worker-host*', (route) => route.abort());
  await playground.open({ recipe: 'cgan' });
  await expect(playground.alert.filter({ hasText: 'The training engine did not start.' })).toBeVisible();
});

test('a run whose worker has died goes on, in a new one, from the last state that the page was given', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan', backend: 'simd', seed: 3 });
  await playground.train.click();
  await playground.untilStep(5);
  // At a pause the page is given the state.
  await playground.pause.click();
  const paused = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  await playground.train.click();
  await playground.untilStep(paused.step + 3);
  void engineOf(page).evaluate(() => self.close());
  await page.getByRole('button', { name: 'Start the engine anew' }).click();
  const state = await playground.until(
    (now) => now.lost === null && now.phase === 'training' && now.step > paused.step + 2,
    'it trains again',
  );
  expect(state).toMatchObject({ recipe: 'cgan', seed: 3, error: null });
  await playground.pause.click();
  const { step } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  const went = await playground.history();
  expect(went.steps).toEqual(Array.from({ length: step }, (_, i) => i + 1));
  // Bit for bit what it is if nothing ever happened.
  await playground.trainTo(step, { ...SMALL, recipe: 'cgan', backend: 'simd', seed: 3 });
  expect((await playground.history()).values.lossD).toEqual(went.values.lossD);
});
