import type { Browser } from 'playwright';
import { tasksDuring } from '../../../e2e/pages/tasks.ts';

/** A task longer than this is felt. */
export const LONG_MS = 50;
const START_LIMIT_MS = 120_000;

/** What was seen of a scene. Times in milliseconds. */
export interface Watched {
  readonly name: string;
  /** Steps that were taken meanwhile. */
  readonly steps: number;
  /** Tasks of the page's main thread: all, and those longer than 50 ms. */
  readonly tasks: number;
  readonly long: number;
  readonly longest: number;
  /** The most processor time that one took: what it would have taken on an idle machine. */
  readonly busiest: number;
  /** Cumulative layout shift since the page was opened. */
  readonly shift: number;
}

/** Opens a link afresh, trains, and watches for so many seconds from the fifth step. */
export async function watch(browser: Browser, address: string, seconds: number): Promise<Omit<Watched, 'name'>> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  try {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => 'ganPlayground' in window);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForFunction(() => window.ganPlayground.state().step >= 5, null, { timeout: START_LIMIT_MS });
    const { step: from } = await page.evaluate(() => window.ganPlayground.state());
    // Nothing is asked of the page meanwhile: an answer would be a task of its own.
    const tasks = await tasksDuring(browser, page, () => page.waitForTimeout(seconds * 1000));
    const { step: to } = await page.evaluate(() => window.ganPlayground.state());
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    const elapsed = tasks.map((task) => task.elapsed);
    return {
      steps: to - from,
      tasks: tasks.length,
      long: elapsed.filter((time) => time > LONG_MS).length,
      longest: Math.max(0, ...elapsed),
      busiest: Math.max(0, ...tasks.map((task) => task.busy)),
      shift: shifts.reduce((sum, value) => sum + value, 0),
    };
  } finally {
    await page.close();
  }
}
