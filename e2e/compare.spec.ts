import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';

const PLANE = { ...SMALL, data: 'swiss-roll', backend: 'simd' };
const SYSTEMS = ['GAN', 'WGAN-GP', 'DRAGAN'];
const COMPARE = { ...PLANE, compare: 'gan,wgan-gp,dragan' };

/** Whatever is fetched besides the page itself. */
function dataRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/')) asked.push(request.url());
  });
  return asked;
}

test('a run in the plane shows D over it, real points and generated ones, and fetches no data', async ({
  playground,
  page,
}) => {
  const asked = dataRequests(page);
  await playground.openReady({ ...PLANE, recipe: 'dragan', stop: 20 });
  const before = await playground.pictureOf(playground.plane());
  await playground.train.click();
  await playground.untilStoppedAt(20);
  await expect.poll(() => playground.pictureOf(playground.plane())).not.toBe(before);
  expect(asked).toEqual([]);

  const after = await playground.pictureOf(playground.plane());
  await playground.arrows.check({ force: true });
  await expect.poll(() => playground.pictureOf(playground.plane())).not.toBe(after);
});

test('three systems train in lock step, each with a plane of its own', async ({ playground }) => {
  await playground.openReady({ ...COMPARE, stop: 12 });
  const planes = SYSTEMS.map((name) => playground.plane(name));
  const before = await Promise.all(planes.map((plane) => playground.pictureOf(plane)));
  expect(new Set(before).size).toBeGreaterThan(1);

  await playground.train.click();
  const { compared } = await playground.untilStoppedAt(12);
  expect(compared.map(({ recipe }) => recipe)).toEqual(['gan', 'wgan-gp', 'dragan']);
  for (const { step, plane, error } of compared) {
    expect([step, plane?.step, error]).toEqual([12, 12, null]);
    expect(plane?.values.every(Number.isFinite)).toBe(true);
  }
  for (const [i, plane] of planes.entries()) await expect.poll(() => playground.pictureOf(plane)).not.toBe(before[i]);
});

test('pause stops all of them after the same step, and single steps go on from there', async ({ playground }) => {
  await playground.openReady(COMPARE);
  await playground.train.click();
  await playground.untilStep(3);
  await playground.pause.click();
  const paused = await playground.until(({ phase }) => phase === 'paused', 'all have paused');
  expect(new Set(paused.compared.map(({ step }) => step)).size).toBe(1);
  await playground.step.click();
  const after = await playground.untilStoppedAt(paused.step + 1);
  for (const { step } of after.compared) expect(step).toBe(paused.step + 1);
});

test('a single step says of each system what it did', async ({ playground }) => {
  await playground.openReady(COMPARE);
  await playground.stepD.click();
  const said = SYSTEMS.map((_, i) => playground.effect.nth(i));
  for (const effect of said)
    await expect(effect).toContainText(/Step D\s*loss D .+ of 512 shown points look (less|more) real to D/);
  expect(new Set(await Promise.all(said.map((effect) => effect.textContent()))).size).toBe(3);
});

test('no picture is far behind the numbers, or it says so', { tag: '@alone' }, async ({ playground, page }) => {
  await playground.openReady({ ...PLANE, compare: 'gan,wgan-gp,dragan' });
  await playground.train.click();
  await playground.untilStep(5);
  const unsaid = await page.evaluate(async () => {
    /** When the page first showed numbers beyond each picture. */
    const since = new Map<string, { readonly shown: number; readonly at: number }>();
    const late: string[] = [];
    for (let i = 0; i < 300; i++) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      const heads = [...document.querySelectorAll('article header')].map((head) => head.textContent ?? '');
      for (const [at, { recipe, step, plane }] of window.ganPlayground.state().compared.entries()) {
        const shown = plane?.step ?? 0;
        if (since.get(recipe)?.shown !== shown) since.set(recipe, { shown, at: now });
        const age = now - (since.get(recipe)?.at ?? now);
        const said = heads[at]?.includes('steps behind');
        // A frame's time is the engine's: what the page sees may come a little later.
        if (step - shown > 5 && age > 1200 && !said) late.push(`${recipe}: ${step - shown} steps, ${age} ms`);
      }
    }
    return late;
  });
  expect(unsaid).toEqual([]);
});

test('each system is what it is alone', async ({ playground }) => {
  await playground.openReady({ ...COMPARE, stop: 8 });
  await playground.train.click();
  const { compared } = await playground.untilStoppedAt(8);
  const alone = await playground.trainTo(8, { ...PLANE, recipe: 'dragan' });
  expect(compared[2]?.losses).toEqual(alone.losses);
});

test('the button leads to the comparison and back, and nothing is left behind', async ({ playground }) => {
  await playground.openReady({ ...PLANE, recipe: 'gan' });
  const { tensors } = await playground.state();
  await playground.compare();
  await playground.until(({ compared, phase }) => compared.length === 3 && phase === 'paused', 'three are open');
  for (const name of SYSTEMS) await expect(playground.plane(name)).toBeVisible();
  await playground.leave.click();
  const alone = await playground.until(
    ({ compared, phase }) => compared.length === 0 && phase === 'paused',
    'one is open',
  );
  expect(alone.recipe).toBe('gan');
  await expect.poll(async () => (await playground.state()).tensors).toBe(tensors);
});

test('a link that cannot be compared says why', async ({ playground }) => {
  await playground.openReady({ ...SMALL, compare: 'gan,vae' });
  const { notices, compared } = await playground.state();
  expect(notices.join()).toContain('compare');
  expect(compared).toEqual([]);
});

test('nobody is shut out of a comparison', async ({ playground, page }) => {
  await playground.openReady({ ...COMPARE, stop: 2 });
  await playground.train.click();
  await playground.untilStoppedAt(2);
  expect(await problemsInBothThemes(page)).toEqual([]);
});

test('of images that are shown smaller than they are, every line between them is seen', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, compare: 'gan,wgan-gp,dragan' });
  /** Of each picture, whether it is shown smaller, and how it is scaled. */
  const pictures = () =>
    page.getByRole('img', { name: /^Generated digits/ }).evaluateAll((all) =>
      all.map((canvas) => {
        const { clientWidth, width } = canvas as HTMLCanvasElement;
        return { smaller: clientWidth < width, scaled: getComputedStyle(canvas).imageRendering };
      }),
    );
  await expect
    .poll(async () => (await pictures()).every(({ smaller, scaled }) => scaled === (smaller ? 'auto' : 'pixelated')))
    .toBe(true);
  expect((await pictures()).some(({ smaller }) => smaller)).toBe(true);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect
    .poll(async () => (await pictures()).every(({ smaller, scaled }) => !smaller && scaled === 'pixelated'))
    .toBe(true);
});
