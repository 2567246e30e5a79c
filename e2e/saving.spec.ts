/** What can be taken along: each file is opened by a reader that is not ours. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { SMALL } from './pages/playground.ts';
import { TimelinePage } from './pages/timeline.ts';

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Save as a file' });

async function save(page: Page, label: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await sheetOf(page).getByRole('button', { name: label, exact: true }).click();
  const download = await coming;
  await expect(sheetOf(page).getByRole('status')).toHaveText(`${download.suggestedFilename()} was saved.`);
  return download;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** As the browser's own decoders see a picture or a film. */
const shownBy = async (page: Page, download: Download, type: string) => {
  const base64 = (await bytesOf(download)).toString('base64');
  return page.evaluate(
    async ([address, kind]) => {
      const blob = await (await fetch(address)).blob();
      if (kind.startsWith('image/')) {
        const { width, height } = await createImageBitmap(blob);
        return { width, height, seconds: 0 };
      }
      const video = document.createElement('video');
      video.src = URL.createObjectURL(blob);
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error(video.error?.message));
      });
      return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
    },
    [`data:${type};base64,${base64}`, type] as const,
  );
};

test('pictures of the run are saved while it trains', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan', backend: 'simd' });
  await playground.train.click();
  await playground.untilStep(20);
  await page.keyboard.press('e');
  await expect(sheetOf(page)).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);

  const small = await save(page, 'PNG');
  expect(small.suggestedFilename()).toMatch(/^cgan-mnist-step-\d+\.png$/);
  const { width, height } = await shownBy(page, small, 'image/png');
  const large = await shownBy(page, await save(page, 'PNG, four times'), 'image/png');
  expect([large.width, large.height]).toEqual([4 * width, 4 * height]);
  const strip = await shownBy(page, await save(page, 'PNG strip'), 'image/png');
  expect(strip.width).toBeGreaterThan(2 * strip.height);
  const film = await shownBy(page, await save(page, 'MP4'), 'video/mp4');
  expect(film.width).toBeGreaterThan(width);
  expect(film.seconds).toBeGreaterThan(2);

  const { phase, step } = await playground.state();
  expect(phase).toBe('training');
  await playground.untilStep(step + 5);
});

test('the log of a run that rests is as long as the run', async ({ playground, page }) => {
  await playground.trainTo(12, { ...SMALL, recipe: 'dragan', data: 'swiss-roll', backend: 'simd' });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: /^Save …/ }).click();
  const text = (await bytesOf(await save(page, 'CSV'))).toString();
  const lines = text.trim().split('\n');
  expect(lines[0]).toMatch(/^step,lossD,lossReal,lossFake,penalty,lossG,/);
  expect(lines.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  const { steps, values } = await playground.history();
  expect(steps).toHaveLength(12);
  expect(lines.slice(1).map((line) => Number(line.split(',')[1]))).toEqual(values.lossD);
});

test('what is saved is the picture that is looked at', async ({ playground, page }) => {
  await playground.trainTo(40, { ...SMALL, recipe: 'gan', data: 'ring', backend: 'simd' });
  const timeline = new TimelinePage(page);
  await timeline.untilNewest(40);
  await timeline.place.press('Home');
  await playground.until(({ plane }) => plane?.step === 0, 'the first picture is seen');
  // The key belongs to the page, not to the slider.
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: /^Save …/ }).click();
  expect((await save(page, 'PNG')).suggestedFilename()).toBe('gan-ring-step-0.png');
  expect((await save(page, 'CSV')).suggestedFilename()).toBe('gan-ring-step-40.csv');
});

test('the curves open as a drawing, and the report as a page that needs no other file', async ({
  playground,
  page,
  context,
}) => {
  await playground.trainTo(30, { ...SMALL, recipe: 'cgan', backend: 'simd', lrD: 0.001 });
  await page.keyboard.press('e');
  const curves = await shownBy(page, await save(page, 'Curves as PNG'), 'image/png');
  const drawing = (await bytesOf(await save(page, 'Curves as SVG'))).toString();
  const report = (await bytesOf(await save(page, 'Report'))).toString();

  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.setContent(drawing);
  const { width, height } = await reader.locator('svg').evaluate((svg) => svg.getBoundingClientRect());
  expect([curves.width, curves.height]).toEqual([2 * width, 2 * height]);
  await expect(reader.getByText('Losses')).toBeVisible();
  await reader.setContent(report);
  await expect(reader.getByRole('heading', { name: 'CGAN on MNIST' })).toBeVisible();
  await expect(reader.getByText('Learning rate of D: 0.001 (the recipe has 0.0002)')).toBeVisible();
  await expect(reader.getByRole('img', { name: 'What G drew' })).toHaveJSProperty('complete', true);
  expect(await seriousProblems(reader)).toEqual([]);
  expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([]);
});

test('a comparison is saved as one archive', async ({ playground, page }) => {
  await playground.trainTo(3, { ...SMALL, compare: 'gan,wgan', data: 'ring', backend: 'simd' });
  await page.keyboard.press('e');
  const archive = await save(page, 'PNG');
  expect(archive.suggestedFilename()).toBe('comparison-png.zip');
  expect(Object.keys(unzipSync(new Uint8Array(await bytesOf(archive))))).toEqual([
    'gan-ring-step-3.png',
    'wgan-ring-step-3.png',
  ]);
});
