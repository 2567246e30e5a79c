import type { Browser } from 'playwright';

const START_LIMIT_MS = 120_000;

/** What the page heard and did; milliseconds since it was opened. */
export interface Heard {
  /** Each frame that came, with its step. */
  readonly frames: readonly { readonly at: number; readonly step: number }[];
  /** Checkpoints that came. */
  readonly checkpoints: readonly number[];
  /** Records that were written. */
  readonly writes: readonly number[];
  /** Tasks of the main thread longer than 50 ms. */
  readonly longTasks: readonly { readonly at: number; readonly milliseconds: number }[];
}

/** Opens a link afresh, trains, and listens for so many minutes from the fifth step. */
export async function listen(browser: Browser, address: string, minutes: number): Promise<Heard> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  try {
    await page.addInitScript(() => {
      const heard = {
        frames: [] as { at: number; step: number }[],
        checkpoints: [] as number[],
        writes: [] as number[],
        longTasks: [] as { at: number; milliseconds: number }[],
      };
      Object.assign(window, { heard });
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          this.addEventListener('message', ({ data }) => {
            const at = performance.now();
            if (data.event?.type === 'frame') heard.frames.push({ at, step: data.event.step });
            if (data.event?.type === 'snapshot') heard.checkpoints.push(at);
          });
        }
      };
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name === 'entries') heard.writes.push(performance.now());
        return put.apply(this, args);
      };
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          heard.longTasks.push({ at: startTime, milliseconds: duration });
      }).observe({ type: 'longtask' });
    });
    await page.goto(address);
    await page.waitForFunction(() => 'ganPlayground' in window);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForFunction(() => window.ganPlayground.state().step >= 5, null, { timeout: START_LIMIT_MS });
    await page.waitForTimeout(minutes * 60_000);
    return await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  } finally {
    await page.close();
  }
}
