/** Runs outlive the page: closed, crashed, reloaded, in two tabs, without room. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PlaygroundPage, SMALL } from './pages/playground.ts';

const LINK = { ...SMALL, recipe: 'cgan-conv', backend: 'simd', seed: 3 };
const GO_ON = 'Kept from an earlier visit';

const offerOf = (page: Page) => page.getByRole('region', { name: GO_ON });
const goOn = (page: Page) => offerOf(page).getByRole('button', { name: 'Go on' }).click();

/** Trains to this step, and waits until the browser has the run as of it. */
async function kept(playground: PlaygroundPage, step: number): Promise<void> {
  await playground.trainTo(step, LINK);
  await expect.poll(() => keptStep(playground.page), { message: 'it is kept' }).toBe(step);
}

/** The step of the run that was kept last, as the browser's own database has it. */
const keptStep = (page: Page): Promise<number | null> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('gan-playground');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            const [newest] = all.result.toSorted((a, b) => b.saved - a.saved);
            request.result.close();
            resolve(newest?.members[0]?.step ?? null);
          };
        };
      }),
  );

/** Goes on to this step from where it is. */
async function trainOn(playground: PlaygroundPage, step: number) {
  await goOn(playground.page);
  const { step: from } = await playground.until((state) => state.phase === 'paused' && state.step > 0, 'it is back');
  await playground.train.click();
  await playground.untilStoppedAt(step);
  return { from, history: await playground.history() };
}

test('a page that was loaded again goes on bit for bit, with all that was measured', async ({ playground, page }) => {
  await kept(playground, 30);
  await playground.open({ ...LINK, stop: 50 });
  await expect(offerOf(page)).toContainText('Conv CGAN on MNIST, step 30, saved this minute.');
  const { from, history } = await trainOn(playground, 50);
  expect(from).toBe(30);
  await playground.trainTo(50, LINK);
  expect(history).toEqual(await playground.history());
});

test('a page that has crashed loses nothing that was kept', async ({ playground, page, context }) => {
  await kept(playground, 20);
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const next = new PlaygroundPage(await context.newPage());
  await next.open({ ...LINK, stop: 35 });
  const { from, history } = await trainOn(next, 35);
  expect(from).toBe(20);
  await next.trainTo(35, LINK);
  expect(history).toEqual(await next.history());
});

test('a run that another tab has open goes on as a copy, and that is said', async ({ playground, context }) => {
  await kept(playground, 10);
  const other = new PlaygroundPage(await context.newPage());
  await other.open({ ...LINK, stop: 15 });
  await goOn(other.page);
  await expect(other.page.getByText('This run is open in another tab, too. Here it goes on as a copy.')).toBeVisible();
  await other.until(({ phase, step }) => phase === 'paused' && step === 10, 'it is open here, too');
  await other.train.click();
  await other.untilStoppedAt(15);
  await other.menu.click();
  await other.page.getByRole('button', { name: /^Runs/ }).click();
  const list = other.page.getByRole('region', { name: 'Kept in this browser' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('step 15');
  await expect(list).toContainText('step 10');
});

test('a browser without room says so, and the training goes on', async ({ playground, page, context }) => {
  await playground.openReady(LINK);
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await playground.train.click();
  await playground.untilStep(5);
  await playground.pause.click();
  await expect(page.getByText('This browser has no room to keep the run')).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  await playground.train.click();
  const { step } = await playground.state();
  await playground.untilStep(step + 5);
});

test('what is no longer wanted is discarded', async ({ playground, page }) => {
  await kept(playground, 5);
  await playground.openRuns();
  const list = page.getByRole('region', { name: 'Kept in this browser' });
  await list.getByRole('button', { name: /^Discard/ }).click();
  await expect(list).toContainText('None yet');
  await playground.open(LINK);
  await expect(offerOf(page)).toBeHidden();
});
