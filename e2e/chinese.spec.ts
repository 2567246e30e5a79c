import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL, WINDOWS } from './pages/playground.ts';
import { latinWords } from './pages/words.ts';

test.use({ locale: 'zh-CN' });

const OF_CLASSES = { recipe: 'cgan', ...SMALL };

test('a reader of Chinese trains, measures, looks everywhere and is told nothing in English', async ({
  playground,
  page,
}) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await playground.openReady({ ...OF_CLASSES, stop: 3 });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
  await expect(page).toHaveTitle('GAN 游乐场');
  await button('训练').click();
  await playground.untilStoppedAt(3);
  await expect(playground.status).toHaveText(/已在第 3 步后暂停。/);

  const rate = page.getByRole('textbox', { name: 'D 的学习率' });
  await rate.fill('快');
  await rate.press('Enter');
  await expect(page.getByText('lrD 必须是数，不能是“快”。')).toBeVisible();
  await button(/^更多/).click();
  await button(/^流行代码的勘误/).click();

  for (const name of ['曲线', '质量', '理解', '内部']) {
    await page.getByRole('tab', { name, exact: true }).click();
    if (name === '质量') {
      await button('现在测量').click();
      await page.getByRole('radio', { name: '表格' }).check({ force: true });
      await expect(page.getByRole('rowheader', { name: '弗雷歇距离' })).toBeVisible({ timeout: 45_000 });
    }
    if (name === '内部') await expect(page.getByRole('heading', { name: '什么能说服 D' })).toBeVisible();
    expect(await latinWords(page), name).toEqual([]);
  }

  await button('菜单').click();
  await button('运行').click();
  await expect(page.getByText('保存在这个浏览器里')).toBeVisible();
  expect(await latinWords(page), 'runs').toEqual([]);
  await page.keyboard.press('Escape');
  for (const [opener, shown] of [
    [button(/^系统：/), '这场博弈本身：一个伪造者，一个鉴定者'],
    [button(/^状态：/), '内存'],
    [button(/^网络/).first(), '这是预设自带的网络。'],
  ] as const) {
    await opener.click();
    await expect(page.getByText(shown)).toBeVisible();
    expect(await latinWords(page), shown).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('combobox', { name: '数据集' }).selectOption('使用自己的图像…');
  await expect(page.getByRole('dialog', { name: '使用自己的图像' })).toBeVisible();
  expect(await latinWords(page), 'own images').toEqual([]);
});

test('in Chinese nobody is shut out of what opens over the page', async ({ playground, page }) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await playground.openReady(OF_CLASSES);
  for (const [opener, shown] of [
    [button(/^系统：/), page.getByText('这场博弈本身：一个伪造者，一个鉴定者')],
    [button(/^状态：/), page.getByText('内存')],
    [button(/^网络/).first(), page.getByRole('dialog', { name: '网络' })],
  ] as const) {
    await opener.click();
    await expect(shown).toBeVisible();
    expect(await seriousProblems(page), String(shown)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
  }
  for (const name of [/^保存/, /^分享/, /^快捷键/]) {
    await button('菜单').click();
    await button(name).click();
    const sheet = page.getByRole('dialog').and(page.locator(':popover-open'));
    await expect(sheet).toBeVisible();
    expect(await seriousProblems(page), String(name)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('combobox', { name: '数据集' }).selectOption('使用自己的图像…');
  await expect(page.getByRole('dialog', { name: '使用自己的图像' })).toBeVisible();
  expect(await seriousProblems(page), 'own images').toEqual([]);
});

test('the report that is saved is in Chinese', async ({ playground, page }) => {
  await playground.openReady({ ...OF_CLASSES, stop: 2 });
  await page.getByRole('button', { name: '训练', exact: true }).click();
  await playground.untilStoppedAt(2);
  await page.keyboard.press('e');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^报告/ }).click();
  const report = readFileSync(await (await coming).path(), 'utf8');
  expect(report).toContain('<html lang="zh">');
  expect(report).toContain('第 2 步之后');
  await expect(page.getByText(/ 已保存。$/)).toBeVisible();
});

test('the language is changed in the menu, and remembered; a link has the last word', async ({ playground, page }) => {
  await playground.openReady(OF_CLASSES);
  await page.getByRole('button', { name: '菜单', exact: true }).click();
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(playground.train).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await playground.openReady(OF_CLASSES);
  await expect(playground.train).toBeVisible();

  await playground.openReady({ ...OF_CLASSES, lang: 'zh' });
  await expect(page.getByRole('button', { name: '训练', exact: true })).toBeVisible();
  await playground.menu.or(page.getByRole('button', { name: '菜单', exact: true })).click();
  await page.getByRole('button', { name: '简体中文', exact: true }).click();
  await playground.openReady(OF_CLASSES);
  await expect(page.getByRole('button', { name: '训练', exact: true })).toBeVisible();
});

test.describe('where the Chinese texts do not come', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('the page begins in English, and says so when they are asked for', async ({ playground, page }) => {
    await page.route(/later-page-[^/]*\.js/, (route) => route.abort());
    await playground.openReady(OF_CLASSES);
    await expect(playground.train).toBeVisible();
    await playground.menu.click();
    await page.getByRole('button', { name: '简体中文', exact: true }).click();
    await expect(page.getByText('The texts in 简体中文 could not be fetched. Try again.')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: WINDOWS.phone });

  test('nothing is cut, nobody is shut out, and nothing is in English', async ({ playground, page }) => {
    await playground.openReady(OF_CLASSES);
    const parts = page.getByRole('navigation', { name: '页面的各部分' });
    for (const name of ['曲线', '设置', '图像']) {
      await parts.getByRole('button', { name, exact: true }).click();
      expect(await latinWords(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await seriousProblems(page), colorScheme).toEqual([]);
    }
  });
});
