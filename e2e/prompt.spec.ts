import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { answersOf, watchInputs } from './pages/inputs.ts';
import { LatentPage } from './pages/latent.ts';
import { leewayOf } from './pages/machine.ts';
import { SMALL } from './pages/playground.ts';
import { shiftsOf, watchShifts } from './pages/shifts.ts';
import { tasksDuring } from './pages/tasks.ts';

const TASK_MS = 50;
const ANSWER_MS = 100;
/** So long one stays at each. */
const STAY_MS = 1200;

/** Every tab, by the list that it is in, in the order in which they are opened. */
const TABS: readonly (readonly [list: string, tabs: readonly string[]])[] = [
  ['Beside the picture', ['Quality', 'Understand']],
  ['What there is to understand', ['One step', 'A sample', 'Gradient', 'Errata', 'Losses']],
  ['Beside the picture', ['Inside', 'Curves']],
  ['What is looked at', ['Latent']],
  ['Ways to look', ['Plane', 'Class', 'Directions', 'Nearest real', 'Between']],
  ['What is looked at', ['One sample', 'Play', 'Samples']],
  ['Lesson or settings', ['Lesson', 'Settings']],
];

const tab = (page: Page, list: string, name: string) =>
  page.getByRole('tablist', { name: list, exact: true }).getByRole('tab', { name, exact: true });

test('while it trains every tab is opened in turn: nothing stalls, nothing jumps, and every click is answered at once', {
  tag: '@alone',
}, async ({ playground, page, browser }) => {
  await watchShifts(page);
  await watchInputs(page);
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  const leeway = await leewayOf(page);
  await playground.train.click();
  const { step: from } = await playground.untilStep(5);
  const tasks = await tasksDuring(browser, page, async () => {
    for (const [list, names] of TABS)
      for (const name of names) {
        await tab(page, list, name).click();
        await page.waitForTimeout(STAY_MS);
      }
    await playground.chooseClass('3');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(STAY_MS);
  });
  const { step: to, phase } = await playground.state();
  const busiest = Math.max(...tasks.map(({ busy }) => busy));
  const answers = await answersOf(page);
  const slowest = answers.toSorted((a, b) => b.duration - a.duration)[0];
  test.info().annotations.push({
    type: 'main thread',
    description: `${busiest} ms busy; ${slowest?.duration ?? 0} ms for ${slowest?.what}`,
  });

  expect(phase).toBe('training');
  expect(to).toBeGreaterThan(from);
  expect(answers.length).toBeGreaterThan(0);
  expect(await shiftsOf(page)).toEqual([]);
  expect(busiest).toBeLessThanOrEqual(TASK_MS * leeway);
  expect(slowest?.duration).toBeLessThanOrEqual(ANSWER_MS * leeway);
});

test('on a walk through the latent space thirty pictures a second are drawn', { tag: '@alone' }, async ({
  playground,
  page,
}) => {
  const SECONDS = 3;
  await page.addInitScript(() => {
    window.picturesDrawn = [];
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (...given: unknown[]) {
      window.picturesDrawn.push(this.canvas.ariaLabel ?? '');
      return Reflect.apply(putImageData, this, given);
    };
  });
  await page.goto('/');
  await playground.until(({ phase, step }) => phase === 'paused' && step > 0, 'the trained model is open');
  const leeway = await leewayOf(page);
  const latent = new LatentPage(page);
  await latent.open('Latent');
  await latent.look('Plane');
  const label = 'The picture at this place in the plane.';
  await expect(latent.picture(label)).toBeVisible();
  const { x, y, width, height } = (await latent.pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const count = (): Promise<number> =>
    page.evaluate((of) => window.picturesDrawn.filter((name) => name === of).length, label);
  const before = await count();
  const start = performance.now();
  while (performance.now() < start + 1000 * SECONDS) {
    const angle = (performance.now() - start) / 250;
    await page.mouse.move(x + width * (0.5 + 0.3 * Math.cos(angle)), y + height * (0.5 + 0.3 * Math.sin(angle)));
  }
  const seconds = (performance.now() - start) / 1000;
  const rate = ((await count()) - before) / seconds;
  await page.mouse.up();
  test.info().annotations.push({ type: 'latent walk', description: `${rate} pictures a second` });
  expect(rate).toBeGreaterThanOrEqual(30 / leeway);
});

test('a first visit shows digits within two seconds, and can be used within one', { tag: '@alone' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const visits: { readonly usable: number; readonly seen: number }[] = [];
  for (let visit = 0; visit < 3; visit++) {
    // Nothing is kept from the visit before.
    const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: { width: 1366, height: 768 } });
    const fresh = await context.newPage();
    await fresh.addInitScript(() => {
      window.moments = { usable: null, seen: null };
      const look = (): void => {
        const { moments } = window;
        // What is found in one frame has been painted by the next.
        const now = performance.now();
        const train = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Train');
        if (train && !train.disabled) moments.usable ??= now;
        if (document.querySelector('canvas[aria-label^="Generated digits after step"]')) moments.seen ??= now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await fresh.goto('/');
    await fresh.waitForFunction(() => window.moments.usable !== null && window.moments.seen !== null);
    const { usable, seen } = await fresh.evaluate(() => window.moments);
    visits.push({ usable: usable ?? Infinity, seen: seen ?? Infinity });
    await context.close();
  }
  await page.goto('/');
  const leeway = await leewayOf(page);
  const middle = (of: 'usable' | 'seen') => visits.map((visit) => visit[of]).toSorted((a, b) => a - b)[1] as number;
  test.info().annotations.push({
    type: 'first visit',
    description: `usable after ${middle('usable')} ms, digits after ${middle('seen')} ms`,
  });
  expect(middle('usable')).toBeLessThanOrEqual(1000 * leeway);
  expect(middle('seen')).toBeLessThanOrEqual(2000 * leeway);
});

declare global {
  interface Window {
    picturesDrawn: string[];
    moments: { usable: number | null; seen: number | null };
  }
}
