/** What is kept is whole at any time: in the middle of being written, without room, and with what people bring. */
import type { Page } from '@playwright/test';
import { greyPng } from '../src/data/decoders/testing/bring.ts';
import { zip } from '../src/data/decoders/testing/writers.ts';
import { expect, test } from './fixtures.ts';
import { kept, keptBytes, keptStep, LINK, offerOf, trainOn, untilKept } from './pages/kept.ts';
import { PlaygroundPage, SMALL } from './pages/playground.ts';

/** Loads the page again as the database is written to: in so many a write of it, or so many milliseconds after the first. */
type Moment = { readonly write: number } | { readonly after: number };

const reloadIn = (page: Page, moment: Moment): Promise<void> =>
  page.evaluate((when) => {
    const { put } = IDBObjectStore.prototype;
    let writes = 0;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      writes += 1;
      if ('write' in when && writes === when.write) location.reload();
      if ('after' in when && writes === 1) setTimeout(() => location.reload(), when.after);
      return request;
    };
  }, moment);

for (const moment of [{ write: 1 }, { write: 2 }, { after: 1 }, { after: 5 }] as const)
  test(`loaded again while it saves, ${JSON.stringify(moment)}, it has the old state or the new one, whole`, async ({
    playground,
    page,
  }) => {
    await kept(playground, 10);
    await reloadIn(page, moment);
    const loaded = page.waitForEvent('load');
    await playground.train.click();
    await playground.untilStep(15);
    await playground.pause.click();
    await loaded;
    await page.waitForFunction(() => 'ganPlayground' in window);
    const step = (await keptStep(page)) ?? 0;
    expect(step).toBeGreaterThanOrEqual(10);
    await playground.open({ ...LINK, stop: step + 10 });
    const { from, history } = await trainOn(playground, step + 10);
    expect(from).toBe(step);
    await playground.trainTo(step + 10, LINK);
    expect(history).toEqual(await playground.history());
  });

const NO_ROOM = 'This browser has no room to keep the run';

/** Trains a few steps more, and says whether the pause behind them found no room. */
async function findsNoRoom(tab: PlaygroundPage): Promise<boolean> {
  await tab.page.bringToFront();
  const { step: from } = await tab.state();
  await tab.train.click();
  await tab.untilStep(from + 5);
  await tab.pause.click();
  const { step } = await tab.until(({ phase }) => phase === 'paused', 'it pauses');
  const notice = tab.page.getByText(NO_ROOM);
  await expect.poll(async () => (await notice.isVisible()) || (await keptStep(tab.page)) === step).toBe(true);
  return notice.isVisible();
}

test('two tabs without room say so, train on, and lose nothing that was kept; with room they keep again', async ({
  playground,
  page,
  context,
}) => {
  test.slow();
  await playground.openReady(LINK);
  await kept(playground, 10);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  // For the state that is there, and not for a second beside it, which there is until it has taken the place of the first.
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  const quotaSize = usage + (await keptBytes(page)) / 2;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  // For half a minute the browser still goes by the room that it found last.
  await expect.poll(() => findsNoRoom(playground), { timeout: 60_000, intervals: [2000] }).toBe(true);
  const step = await keptStep(page);
  const other = new PlaygroundPage(await context.newPage());
  await other.openReady({ ...LINK, seed: 4 });
  expect(await findsNoRoom(other)).toBe(true);
  for (const tab of [playground, other]) {
    await tab.page.bringToFront();
    await tab.train.click();
    await tab.untilStep((await tab.state()).step + 5);
  }
  expect(step).toBeGreaterThanOrEqual(10);
  expect(await keptStep(page)).toBe(step);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  for (const tab of [playground, other]) {
    await tab.page.bringToFront();
    await tab.pause.click();
    const paused = await tab.until(({ phase }) => phase === 'paused', 'it pauses');
    await untilKept(tab, paused.step);
    await expect(tab.page.getByText(NO_ROOM)).toBeHidden();
  }
});

/** Ninety pictures in three folders. */
const PETS = zip(
  Object.fromEntries(
    Array.from({ length: 90 }, (_, i) => [
      `${['cat', 'dog', 'fox'][i % 3]}/${i}.png`,
      greyPng(90 * (i % 3) + (i % 40)),
    ]),
  ),
);

test('a run on images that were brought is kept with them if that is allowed, and goes on bit for bit', async ({
  playground,
  page,
}) => {
  const link = { ...SMALL, recipe: 'cgan', backend: 'simd' };
  const bringAndTrain = async (stop: number): Promise<void> => {
    await playground.openReady({ ...link, stop });
    await playground.bring('pets.zip', PETS);
    await playground.until((state) => state.data === 'file:1' && state.phase === 'paused', 'a run is open on the pets');
    await playground.train.click();
    await playground.untilStoppedAt(stop);
  };
  await bringAndTrain(10);
  await page.getByRole('button', { name: 'Keep this data in this browser too (0.1 MB)' }).click();
  await untilKept(playground, 10);
  await playground.open({ ...link, stop: 20 });
  await expect(offerOf(page)).toContainText('CGAN on pets, step 10');
  const { from, history } = await trainOn(playground, 20);
  expect(from).toBe(10);
  await expect(playground.dataSet.locator('option:checked')).toHaveText('pets');
  await bringAndTrain(20);
  expect(history).toEqual(await playground.history());
});
