import { expect, test } from './fixtures.ts';
import { serveBuilt } from './pages/site.ts';

const OFF = 'JavaScript is switched off for this page.';
const MISSING = 'The page’s script has not come, or this browser cannot read it.';
const MISSING_IN_CHINESE = '网页的脚本没有到达';
const ENTRY = '**/assets/page-index-*.js';

test.describe('where JavaScript is off', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence says so', async ({ page }) => {
    await page.goto('/');
    // Playwright looks for no text in what is only for want of scripts.
    const sentences = page.locator('noscript p');
    await expect(sentences).toHaveCount(2);
    await expect(sentences.first()).toBeVisible();
    // Without a script nothing can be known of the reader's language.
    await expect(sentences).toContainText([OFF, '这个网页的 JavaScript 被关闭了']);
    await expect(page.getByText(MISSING)).toBeHidden();
  });
});

for (const [what, answer] of [
  ['does not come', { status: 404 }],
  ['cannot be read', { contentType: 'text/javascript', body: 'let of = #;' }],
] as const) {
  test(`where the page’s script ${what} a sentence says so at once`, async ({ page }) => {
    await page.route(ENTRY, (route) => route.fulfill(answer));
    await page.goto('/');
    await expect(page.getByText(MISSING)).toBeVisible({ timeout: 5000 });
    await expect(page.locator('noscript p').first()).toBeHidden();
    await expect(page.getByText(MISSING_IN_CHINESE)).toBeHidden();
  });
}

test.describe('where the reader’s language is Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a missing script is told of in Chinese', async ({ page }) => {
    await page.route(ENTRY, (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await expect(page.getByText(MISSING_IN_CHINESE)).toBeVisible({ timeout: 5000 });
    await expect(page.getByText(MISSING)).toBeHidden();
  });
});

test('where the page’s script is only late a sentence says so after a while, and makes room for the page', async ({
  playground,
  page,
}) => {
  let arrive = (): void => undefined;
  await page.route(ENTRY, async (route) => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const sentence = page.getByText(MISSING);
  await sentence.waitFor({ state: 'attached' });
  await expect(sentence).toBeHidden();
  await expect(sentence).toBeVisible();
  arrive();
  await expect(playground.train).toBeVisible();
  await expect(sentence).toHaveCount(0);
});

test('a first visit asks for its model once, and before the code that reads it', async ({ playground, page }) => {
  await using site = await serveBuilt();
  await page.goto(site.url);
  await playground.until(({ phase, step }) => phase === 'paused' && step > 0, 'the model is open');
  const paths = site.log.map(({ path }) => path);
  const model = paths.indexOf('models/cgan-conv.safetensors.gz');
  expect(model).toBeGreaterThan(-1);
  expect(paths.lastIndexOf('models/cgan-conv.safetensors.gz')).toBe(model);
  expect(model).toBeLessThan(paths.findIndex((path) => path.startsWith('assets/later-fetchModel')));
});
