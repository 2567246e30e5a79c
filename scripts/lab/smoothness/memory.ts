import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

export interface Remembered {
  readonly minute: number;
  readonly recipe: string;
  /** Resident set of the page's renderer, with the worker's threads in it. */
  readonly megabytes: number;
}

/** What is opened in turn, a minute each, all of them trained. */
const TOUR = ['recipe=cgan-conv', 'recipe=gan&width=0.25', 'recipe=sgan&width=0.25', 'recipe=gan&data=ring&width=0.25'];

/** Resident bytes of the largest renderer: the only other one is the browser's own blank page. Linux only. */
async function residentBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024),
  );
  return Math.max(...sizes);
}

/** The renderer's memory at the end of every minute, over changes of system. */
export async function memoryOver(browser: Browser, address: string, minutes: number): Promise<readonly Remembered[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const found: Remembered[] = [];
  try {
    await page.goto(address);
    for (let minute = 1; minute <= minutes; minute++) {
      const link = TOUR[(minute - 1) % TOUR.length] as string;
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `${link}&run=1`);
      await page.waitForTimeout(60_000);
      const { recipe } = await page.evaluate(() => window.ganPlayground.state());
      const remembered = { minute, recipe: `${recipe}`, megabytes: (await residentBytes(browser)) / 2 ** 20 };
      found.push(remembered);
      console.log(JSON.stringify(remembered));
    }
  } finally {
    await page.close();
  }
  return found;
}
