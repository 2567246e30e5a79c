import { expect, test } from './fixtures.ts';
import { leewayOf } from './pages/machine.ts';
import { type Link, SMALL } from './pages/playground.ts';
import { tasksDuring } from './pages/tasks.ts';

const LIMIT_MS = 50;
/** `SMOOTH_SECONDS=60` watches each for a minute. */
const SECONDS = Number(process.env.SMOOTH_SECONDS ?? 20);

const SCENES: readonly { readonly what: string; readonly link: Link }[] = [
  { what: 'digits', link: { ...SMALL, recipe: 'cgan' } },
  { what: 'the plane', link: { ...SMALL, recipe: 'gan', data: 'swiss-roll' } },
  { what: 'three systems side by side', link: { ...SMALL, compare: 'gan,wgan-gp,dragan', data: 'swiss-roll' } },
];

for (const { what, link } of SCENES) {
  test(`the page never stalls in training, with ${what}`, { tag: '@alone' }, async ({ playground, page, browser }) => {
    test.setTimeout(120_000 + 1000 * SECONDS);
    await playground.openReady({ backend: 'simd', ...link });
    await playground.train.click();
    const { step: from } = await playground.untilStep(5);
    const leeway = await leewayOf(page);
    // Nothing is asked of the page meanwhile: an answer would be a task of its own.
    const tasks = await tasksDuring(browser, page, () => page.waitForTimeout(1000 * SECONDS));
    const { step: to } = await playground.state();
    const busiest = Math.max(...tasks.map(({ busy }) => busy));
    const elapsed = Math.max(...tasks.map((task) => task.elapsed));
    test.info().annotations.push({ type: 'main thread', description: `${busiest} ms busy, ${elapsed} ms elapsed` });

    expect(to).toBeGreaterThan(from);
    expect(tasks.length).toBeGreaterThan(10 * SECONDS);
    // By processor time, because the test shares the machine with others and with the training itself.
    expect(busiest).toBeLessThanOrEqual(LIMIT_MS * leeway);
  });
}
