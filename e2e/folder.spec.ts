import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';
import { serveBuilt } from './pages/site.ts';

for (const under of ['/', '/some/deep/path/']) {
  test(`the built folder works under ${under}`, async ({ playground, page }) => {
    await using site = await serveBuilt({ under });
    playground.address = site.url;
    const { backend } = await playground.trainTo(3, { ...SMALL, recipe: 'cgan', backend: 'auto' });
    // Worker, its chunks, kernels and the threads' script.
    expect(backend).toMatchObject({ id: 'simd', falls: [] });
    // A late chunk with its styles, and the evaluator.
    await page.getByRole('tab', { name: 'Quality' }).click();
    await page.getByRole('button', { name: 'Measure now' }).click();
    await expect.poll(() => page.evaluate(() => window.ganPlayground.scores().length)).toBe(1);
    const icon = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '');
    expect((await page.request.get(icon)).status()).toBe(200);
    expect(site.log.filter(({ status }) => status !== 200)).toEqual([]);
    for (const part of ['data/', 'evaluator/', '.wasm', 'pool.worker'])
      expect(site.log.map(({ path }) => path)).toContainEqual(expect.stringContaining(part));
  });
}
