import { expect, test } from './fixtures.ts';
import { ChartsPage } from './pages/charts.ts';
import { SMALL } from './pages/playground.ts';

test('the cursor in one chart reads all of them at its step, and an older value with the step that it is of', async ({
  playground,
  page,
}) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(37, { recipe: 'gan', ...SMALL });
  const { steps, values } = await playground.history();
  for (const chart of [/^Losses/, /^Gradient/, /^Scores/]) await charts.untilDrawn(chart, 37);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(charts.short(values.lossD.at(-1)));

  const step = await charts.point(/^Losses/, 0.75);
  const row = steps.indexOf(step);
  expect(row).toBeGreaterThan(0);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(charts.short(values.lossD[row]));
  await expect(charts.legend(/^Scores/, 'D(x)')).toContainText(charts.short(values.scoreReal[row]));
  const measured = values.gradientNorm.findLastIndex((value, i) => i <= row && Number.isFinite(value));
  expect(measured).toBeLessThan(row);
  await expect(charts.legend(/^Gradient/, 'E‖∇ₓD(x + δ)‖')).toContainText(
    `${charts.short(values.gradientNorm[measured])}at ${steps[measured]}`,
  );

  await page.mouse.move(5, 5);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(charts.short(values.lossD.at(-1)));
});

test('the cursor goes by keys as well', async ({ playground, page }) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(20, { recipe: 'gan', ...SMALL });
  await charts.untilDrawn(/^Scores/, 20);
  await charts.untilDrawn(/^Losses/, 20);
  await charts.pad(/^Scores/).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(charts.pad(/^Losses/)).toHaveAttribute('aria-valuenow', '18');
  await expect(charts.pad(/^Losses/)).toHaveAttribute('aria-valuetext', /^step 18: D \d/);
  await page.keyboard.press('Escape');
  await expect(charts.pad(/^Losses/)).toHaveAttribute('aria-valuenow', '20');
});

test('a logarithmic scale and smoothing change the lines and no reading', async ({ playground, page }) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(40, { recipe: 'gan', ...SMALL });
  await charts.untilDrawn(/^Losses/, 40);
  await charts.point(/^Losses/, 0.5);
  const read = await charts.legend(/^Losses/, 'D').textContent();
  const plain = await charts.lines(/^Losses/);
  await charts.switch('Smooth').click({ force: true });
  await expect.poll(() => charts.lines(/^Losses/)).not.toEqual(plain);
  await expect(charts.chart(/^Losses/)).toContainText('mean of 9 steps');
  const smooth = await charts.lines(/^Losses/);
  await charts.switch('Log scale').click({ force: true });
  await expect.poll(() => charts.lines(/^Losses/)).not.toEqual(smooth);
  await charts.point(/^Losses/, 0.5);
  await expect(charts.legend(/^Losses/, 'D')).toHaveText(read ?? '');

  // They stay while one looks at something else.
  await page.getByRole('tab', { name: 'Quality' }).click();
  await page.getByRole('tab', { name: 'Curves' }).click();
  await expect(charts.switch('Log scale')).toBeChecked();
  await expect(charts.switch('Smooth')).toBeChecked();
});

test('a single value can be seen', async ({ playground, page }) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(1, { recipe: 'gan', ...SMALL });
  await expect(charts.chart(/^Losses/).locator('svg[role=img] circle')).toHaveCount(4);
  await expect(charts.chart(/^Gradient/).locator('svg[role=img] circle')).toHaveCount(1);
});

test('k is a line where a penalty pulls the gradient to it, and nowhere else', async ({ playground, page }) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(12, { recipe: 'gan', ...SMALL });
  await expect(charts.chart(/^Gradient/).locator('.recharts-line-curve')).toBeVisible();
  await expect(charts.chart(/^Gradient/).locator('.recharts-reference-line-line')).toHaveCount(0);
  await playground.openSettings(/^More/);
  await expect(page.getByRole('textbox', { name: /^Target k/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Hold on D' }).selectOption('WGAN-GP penalty');
  await expect(charts.chart(/^Gradient/).locator('.recharts-reference-line-line')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: /^Target k/ })).toBeVisible();
});

test('in a comparison the same quantity has one scale', async ({ playground, page }) => {
  await playground.openReady({
    ...SMALL,
    compare: 'gan,wgan-gp,dragan',
    data: 'swiss-roll',
    backend: 'simd',
    stop: 30,
  });
  await playground.train.click();
  await playground.untilStoppedAt(30);
  const marksOf = async (system: string, title: RegExp) => {
    const charts = new ChartsPage(page.getByRole('article', { name: system, exact: true }));
    return charts.marks(title);
  };
  await expect
    .poll(async () => {
      const [gan, wgan, dragan] = await Promise.all(
        ['GAN', 'WGAN-GP', 'DRAGAN'].map((system) => marksOf(system, /^Gradient/)),
      );
      return gan?.join() === wgan?.join() && gan?.join() === dragan?.join();
    })
    .toBe(true);
  // One objective for two of them, another for the third.
  await expect.poll(() => marksOf('GAN', /^Losses/)).toEqual(await marksOf('DRAGAN', /^Losses/));
});

test('another run is shown at once: no chart keeps the lines of the run before', async ({ playground, page }) => {
  const charts = new ChartsPage(page);
  await playground.trainTo(40, { recipe: 'gan', ...SMALL });
  for (const chart of [/^Losses/, /^Gradient/, /^Scores/]) await charts.untilDrawn(chart, 40);
  /** What the charts show at the first moment in which the page is at another step. */
  const shownAt = (step: number) =>
    page.evaluate(
      (wanted) =>
        new Promise<(string | null)[]>((resolve) => {
          const look = (): void => {
            if (window.ganPlayground.state().step !== wanted) return void requestAnimationFrame(look);
            const pads = [...document.querySelectorAll('[data-card] [role=slider][aria-valuemax]')];
            requestAnimationFrame(() => resolve(pads.map((pad) => pad.getAttribute('aria-valuemax'))));
          };
          look();
        }),
      step,
    );
  const emptied = shownAt(0);
  await playground.reset.click();
  expect(new Set(await emptied)).toEqual(new Set(['0']));
  const back = shownAt(40);
  await playground.undo.click();
  expect(new Set(await back)).toEqual(new Set(['40']));
});
