import type { Page } from '@playwright/test';

/** What the piece of work below takes, in milliseconds, beside a training on the machine that the limits are for. */
const REFERENCE_MS = 5;
/** Machines that are shared with others are noisy: twice is allowed there. `EXACT_TIMES=1` holds to the limits. */
const EXACT = Boolean(process.env.EXACT_TIMES);
const ALLOWED = 2;

/** The middle of fifteen pieces of what a page does, objects made, sorted and written as text, on the page's own thread. */
async function workOf(page: Page): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < 15; i++) {
    const each = await page.evaluate(() => {
      const from = performance.now();
      const rows = Array.from({ length: 6000 }, (_, at) => ({ at, value: Math.sin(at * 12.9898) * 43758.5453 }));
      rows.sort((a, b) => (a.value % 1) - (b.value % 1));
      if (JSON.stringify(rows).length === 0) throw new Error('nothing was done');
      return performance.now() - from;
    });
    taken.push(each);
    await page.waitForTimeout(50);
  }
  return taken.sort((a, b) => a - b)[7] as number;
}

/** By how much a limit of time is wider here: more where the machine is slower than the one that the limits are for. */
export const leewayOf = async (page: Page): Promise<number> =>
  EXACT ? 1 : ALLOWED * Math.max(1, (await workOf(page)) / REFERENCE_MS);
