/** Runs outlive the page: closed, crashed, reloaded, in two tabs, without room. */
import { expect, test } from './fixtures.ts';
import { goOn, kept, LINK, offerOf, trainOn } from './pages/kept.ts';
import { PlaygroundPage } from './pages/playground.ts';

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
