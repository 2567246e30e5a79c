import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';

/** In plain JavaScript a step of these networks takes seconds on any machine. */
const SLOW = { recipe: 'cgan', backend: 'cpu', width: 0.7, batch: 256 };

const secondsIn = async (notice: Locator): Promise<number> =>
  Number(/takes (\d+\.\d) s/.exec((await notice.textContent()) ?? '')?.[1]);

test('where a step takes long, the page says so and offers a smaller width', { tag: '@alone' }, async ({
  playground,
}) => {
  test.slow();
  await playground.openReady(SLOW);
  const notice = playground.page.getByRole('region', { name: 'Slow steps' });
  await expect(notice).toBeHidden();
  await playground.train.click();
  await expect(notice).toContainText(/A step takes \d+\.\d s here\. At width 0\.\d+ it would take about 0\.3 s/, {
    timeout: 45_000,
  });
  const before = await secondsIn(notice);

  await playground.pause.click();
  await expect(notice).toBeVisible();
  expect(await seriousProblems(playground.page)).toEqual([]);
  await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  await playground.train.click();

  const restart = notice.getByRole('button', { name: /^Restart at width 0\.\d+$/ });
  const width = (await restart.textContent())?.split(' ').at(-1);
  await restart.click();
  await expect(playground.page).toHaveURL(new RegExp(`width=${width}(&|$)`));
  await playground.until(({ phase, step }) => phase === 'training' && step >= 5, 'it trains on, at the smaller width');
  // On a slow machine even the smaller width may take more than a second, which is said again; never as much as before.
  await expect
    .poll(async () => ((await notice.isVisible()) ? await secondsIn(notice) : 0), { timeout: 60_000 })
    .toBeLessThan(before / 2);
});
