/** Files that are dropped on the page or chosen in the list of runs, told apart by their first bytes. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { LINK, storedIn, untilKept } from './pages/kept.ts';

/** Drops a file on the page. */
const drop = (page: Page, name: string, bytes: readonly number[]): Promise<void> =>
  page.evaluate(
    ({ called, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(content)], called));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    },
    { called: name, content: bytes },
  );

/** The record that this browser keeps. */
async function keptFile(page: Page): Promise<readonly number[]> {
  const [[file]] = (await storedIn(page, 'files')) as [[readonly number[]]];
  return file;
}

test('a record that is dropped goes on bit for bit, whatever its name; what is wrong with one is said', async ({
  playground,
  page,
}) => {
  await playground.trainTo(10, LINK);
  await untilKept(playground, 10);
  const bytes = await keptFile(page);
  await playground.openReady({ recipe: 'gan', width: 0.05, batch: 16, stop: 20 });
  await drop(page, 'holiday.jpg', bytes.slice(0, -8));
  await expect(page.getByText('This is not a checkpoint of the playground')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await drop(page, 'holiday.jpg', bytes);
  await playground.until((state) => state.recipe === 'cgan-conv' && state.phase === 'paused', 'it is open');
  await playground.train.click();
  await playground.untilStoppedAt(20);
  const history = await playground.history();
  await playground.trainTo(20, LINK);
  expect(history).toEqual(await playground.history());
});

test('the curves of a log are shown beside the run’s own, and go when they are no longer wanted', async ({
  playground,
  page,
}) => {
  await playground.trainTo(10, LINK);
  const lines = () => playground.chart('Losses').locator('path[stroke-opacity="0.25"]').count();
  expect(await lines()).toBe(0);
  await playground.openRuns();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Show its curves beside…' }).click();
  const buffer = Buffer.from('step,lossD,lossG\n1,1.2,0.8\n5,1.1,0.9\n10,1,1\n');
  await (await chooser).setFiles({ name: 'other.csv', mimeType: 'text/csv', buffer });
  await expect.poll(lines).toBe(2);
  await expect(page.getByText('other.csv')).toBeVisible();
  await page.getByRole('button', { name: 'No longer show the curves of other.csv' }).click();
  await expect.poll(lines).toBe(0);
});

test('a file that is none of these is refused by its name', async ({ playground, page }) => {
  await playground.openReady(LINK);
  await playground.openRuns();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await (await chooser).setFiles({ name: 'cat.txt', mimeType: 'text/plain', buffer: Buffer.from('meow') });
  await expect(page.getByText('“cat.txt” is neither a run nor a log of the playground')).toBeVisible();
});
