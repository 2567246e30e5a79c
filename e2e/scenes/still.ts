import type { Page } from '@playwright/test';

const PAUSE_MS = 250;
const TRIES = 60;

/** A picture of the page, as soon as two that follow each other are the same. @throws Error if none ever are */
export async function stillPicture(page: Page): Promise<Buffer> {
  const take = (): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let last = await take();
  for (let i = 0; i < TRIES; i++) {
    await page.waitForTimeout(PAUSE_MS);
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`It had not come to rest after ${(TRIES * PAUSE_MS) / 1000} seconds.`);
}
