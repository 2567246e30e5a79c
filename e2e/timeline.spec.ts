import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { ChartsPage } from './pages/charts.ts';
import { leewayOf } from './pages/machine.ts';
import { type Link, type PlaygroundPage, SMALL, WINDOWS } from './pages/playground.ts';
import { QualityPage } from './pages/quality.ts';
import { tasksDuring } from './pages/tasks.ts';
import { TimelinePage } from './pages/timeline.ts';

/** Of single steps each has a picture: so many fill the row. */
const STEPS = 16;

async function takeSteps(playground: PlaygroundPage, timeline: TimelinePage, link: Link): Promise<void> {
  await playground.openReady(link);
  for (let step = 1; step <= STEPS; step++) {
    await playground.step.click();
    await playground.untilStoppedAt(step);
  }
  await timeline.untilNewest(STEPS);
}

const PLANE: Link = { ...SMALL, recipe: 'gan', data: 'ring', backend: 'simd' };

for (const [where, viewport] of Object.entries(WINDOWS)) {
  test(`on a ${where} what is said of runs that were put aside covers neither transport nor timeline`, async ({
    playground,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await playground.trainTo(3, { ...SMALL, recipe: 'cgan', backend: 'simd' });
    await playground.reset.click();
    const said = page.getByRole('region', { name: 'What was put aside' }).getByText('was put aside');
    const toast = await said.locator('..').boundingBox();
    const transport = await page.getByRole('toolbar', { name: 'Training' }).boundingBox();
    const timeline = await new TimelinePage(page).region.boundingBox();
    if (!toast || !transport || !timeline) throw new Error('Not all of them are there.');
    expect(toast.y).toBeGreaterThanOrEqual(transport.y + transport.height);
    expect(toast.y + toast.height).toBeLessThan(timeline.y);
    await playground.undo.click();
    await playground.untilStep(3);
  });

  test(`on a ${where} one drags back to an earlier picture and returns, and the training goes on`, async ({
    playground,
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await page.setViewportSize(viewport);
    await playground.openReady({ ...SMALL, recipe: 'cgan', backend: 'simd' });
    await playground.train.click();
    await playground.untilStep(60);
    await timeline.untilPast(30);
    // The few pictures that are kept by now stand on the left.
    await timeline.dragTo(0.1);
    const before = await playground.state();
    expect(before.looking).not.toBeNull();
    expect(before.grid?.step).toBe(before.looking);
    const picture = await playground.picture();
    await expect(page.getByText(`step ${before.looking} of`)).toBeVisible();
    await expect(timeline.live).toHaveAttribute('aria-pressed', 'false');

    const after = await playground.untilStep(before.step + 30);
    expect([after.phase, after.looking, after.grid?.step]).toEqual(['training', before.looking, before.grid?.step]);
    expect(await playground.picture()).toBe(picture);

    await timeline.live.click();
    await playground.until(({ looking, grid }) => looking === null && (grid?.step ?? 0) > 60, 'it is live');
    await expect.poll(() => playground.picture()).not.toBe(picture);
    await expect(timeline.live).toHaveAttribute('aria-pressed', 'true');
  });

  test(`on a ${where} the timeline is as large as a hand needs, and the picture as an eye does`, async ({
    playground,
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await page.setViewportSize(viewport);
    await playground.openReady({ ...SMALL, recipe: 'cgan' });
    const least = where === 'phone' ? 44 : 24;
    for (const target of [timeline.play, timeline.place, timeline.live]) {
      const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(least);
    }
    const { width } = (await playground.generated.boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThanOrEqual(where === 'phone' ? 330 : 420);
  });
}

test('charts are read at the step that is looked at, and under the cursor while it is in one of them', async ({
  playground,
  page,
}) => {
  const timeline = new TimelinePage(page);
  const charts = new ChartsPage(page);
  await takeSteps(playground, timeline, PLANE);
  await charts.untilDrawn(/^Losses/, STEPS);
  const { steps, values } = await playground.history();
  const readAt = (step: number) => charts.short(values.lossD[steps.indexOf(step)]);

  await timeline.dragTo(0.4);
  const looked = (await timeline.looked()) ?? -1;
  expect(looked).toBeGreaterThan(0);
  const { plane } = await playground.state();
  expect(plane?.step).toBe(looked);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(readAt(looked));
  await expect(charts.pad(/^Scores/)).toHaveAttribute('aria-valuenow', String(looked));

  // Pointing at a chart reads it, and moves nothing else.
  const picture = await playground.pictureOf(playground.plane());
  const pointed = await charts.point(/^Losses/, 0.9);
  expect(pointed).not.toBe(looked);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(readAt(pointed));
  expect(await timeline.looked()).toBe(looked);
  expect(await playground.pictureOf(playground.plane())).toBe(picture);
  await page.mouse.move(5, 5);
  await expect(charts.legend(/^Losses/, 'D')).toContainText(readAt(looked));

  await timeline.live.click();
  await expect(charts.legend(/^Losses/, 'D')).toContainText(readAt(STEPS));
});

test('scores are those of the step that is looked at', async ({ playground, page }) => {
  const timeline = new TimelinePage(page);
  const quality = new QualityPage(page);
  await playground.trainTo(20, PLANE);
  await quality.open();
  await quality.now.click();
  await quality.untilMeasured(1);
  for (let step = 20; step < 26; step++) {
    await playground.step.click();
    await playground.untilStoppedAt(step + 1);
  }
  await quality.now.click();
  const [first, second] = await quality.untilMeasured(2);
  expect([first?.step, second?.step]).toEqual([20, 26]);
  await timeline.untilNewest(26);

  await quality.show('Table');
  await expect(quality.table).toContainText('Step 26');
  await timeline.place.focus();
  while (((await timeline.looked()) ?? 26) > 20) await page.keyboard.press('ArrowLeft');
  await expect(quality.table).toContainText('Step 20');
  const value = new ChartsPage(page).short(first?.scores.find(({ id }) => id === 'frechet')?.value);
  await expect(quality.table.getByRole('row').nth(1)).toContainText(value);
  await page.keyboard.press('Home');
  await expect(page.getByText('Nothing had been measured at this step.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(quality.table).toContainText('Step 26');
});

test('it goes by keys: from picture to picture, to the first, back to live; and plays', async ({
  playground,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await takeSteps(playground, timeline, PLANE);
  await timeline.place.focus();
  await page.keyboard.press('Home');
  expect(await timeline.looked()).toBe(0);
  await expect(timeline.place).toHaveAttribute('aria-valuetext', `step 0 of ${STEPS}`);
  await page.keyboard.press('ArrowRight');
  expect(await timeline.looked()).toBe(1);
  await page.keyboard.press('PageUp');
  expect(await timeline.looked()).toBe(3);
  await page.keyboard.press('End');
  expect(await timeline.looked()).toBeNull();
  await expect(timeline.place).toHaveAttribute('aria-valuetext', `step ${STEPS}, the newest picture`);
  await page.keyboard.press('ArrowLeft');
  expect(await timeline.looked()).toBe(STEPS - 1);
  await page.keyboard.press('Escape');
  expect(await timeline.looked()).toBeNull();

  await page.keyboard.press('Space');
  await expect(timeline.stop).toBeVisible();
  expect(await timeline.looked()).not.toBeNull();
  await expect(timeline.play).toBeVisible();
  expect(await timeline.looked()).toBeNull();
  expect((await playground.state()).phase).toBe('paused');
});

test('Play shows every picture from the first, until the newest or a hand stops it', async ({ playground, page }) => {
  const timeline = new TimelinePage(page);
  await takeSteps(playground, timeline, PLANE);
  await page.evaluate(() => {
    const seen: (number | null)[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const { looking } = window.ganPlayground.state();
      if (looking !== seen.at(-1)) seen.push(looking);
      requestAnimationFrame(look);
    };
    look();
  });
  await timeline.play.click();
  await expect(timeline.play).toBeVisible({ timeout: 30_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: (number | null)[] }).seen);
  expect(seen).toEqual([null, ...Array.from({ length: STEPS }, (_, step) => step), null]);

  await timeline.play.click();
  await timeline.dragTo(0.5);
  const looked = await timeline.looked();
  await page.waitForTimeout(400);
  expect(await timeline.looked()).toBe(looked);
});

test('where less motion is preferred, each press shows the next picture', async ({ playground, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const timeline = new TimelinePage(page);
  await takeSteps(playground, timeline, PLANE);
  await timeline.next.click();
  expect(await timeline.looked()).toBe(0);
  await page.waitForTimeout(400);
  expect(await timeline.looked()).toBe(0);
  await timeline.next.click();
  expect(await timeline.looked()).toBe(1);
});

test('what was done to a run and found about it is listed, said at its step, and kept', async ({
  playground,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await playground.openReady({ ...PLANE, width: 0.1, batch: 32, lrG: 0.000001 });
  await playground.train.click();
  await playground.untilStep(20);
  await page.getByRole('textbox', { name: 'Learning rate of D, exact value' }).fill('0.02');
  await page.keyboard.press('Enter');
  await expect(playground.diagnosis).toContainText('D is too strong', { timeout: 45_000 });
  await playground.pause.click();
  const { step } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  await expect(timeline.events.filter({ hasText: /Learning rate of D 0.02 at [\d,]+/ })).toHaveCount(1);
  await expect(timeline.events.filter({ hasText: /D found too strong at [\d,]+/ })).toHaveCount(1);
  await expect(timeline.events.filter({ hasText: `Pause at ${step.toLocaleString('en')}` })).toHaveCount(1);

  await timeline.place.focus();
  await page.keyboard.press('Home');
  // Beside others, where what happened is too close together to be told apart.
  const said = /^step [\d,]+ of [\d,]+: .*Learning rate of D 0\.02 at [\d,]+/;
  const textNow = async () => (await timeline.place.getAttribute('aria-valuetext')) as string;
  for (let text = await textNow(); !said.test(text); text = await textNow()) {
    await page.keyboard.press('ArrowRight');
    await expect(timeline.place).not.toHaveAttribute('aria-valuetext', text);
  }

  // Left and brought back, it has them still.
  await playground.reset.click();
  await playground.until(({ step: at, phase }) => at === 0 && phase === 'paused', 'it begins anew');
  await expect(timeline.events).toHaveCount(0);
  expect(await timeline.looked()).toBeNull();
  await playground.undo.click();
  await playground.until((state) => state.step === step && state.phase === 'paused', 'it is back');
  await expect(timeline.events.filter({ hasText: /D found too strong at [\d,]+/ })).toHaveCount(1);
});

test('a class that is chosen while one looks back is of the newest picture', async ({ playground, page }) => {
  const timeline = new TimelinePage(page);
  await playground.trainTo(12, { ...SMALL, recipe: 'cgan' });
  await playground.chooseClass('3');
  await playground.until(({ grid }) => grid?.classes === 3, 'class 3 is shown');
  await timeline.untilNewest(12);
  await timeline.place.focus();
  await page.keyboard.press('Home');
  expect((await playground.state()).grid).toMatchObject({ step: 0, classes: 'all' });
  await expect(playground.classes.getByRole('radio', { name: 'All' })).toBeChecked();
  await playground.chooseClass('7');
  await playground.until(
    ({ grid, looking }) => looking === null && grid?.classes === 7 && grid.step === 12,
    'class 7 of the newest step is shown',
  );
});

test('a comparison has one timeline, and each system its own picture of the step', async ({ playground, page }) => {
  const timeline = new TimelinePage(page);
  await takeSteps(playground, timeline, { ...SMALL, compare: 'gan,wgan-gp', data: 'ring', backend: 'simd' });
  const pictures = () => Promise.all(['GAN', 'WGAN-GP'].map((name) => playground.pictureOf(playground.plane(name))));
  const newest = await pictures();
  await timeline.dragTo(0.4);
  const { looking, step, compared } = await playground.state();
  expect(step).toBe(STEPS);
  expect(looking).toBeLessThan(STEPS);
  for (const { plane } of compared) expect(plane?.step).toBe(looking);
  const then = await pictures();
  expect(then[0]).not.toBe(newest[0]);
  expect(then[1]).not.toBe(newest[1]);
  for (const name of ['GAN', 'WGAN-GP'])
    await expect(
      page.getByRole('article', { name, exact: true }).getByText(`step ${looking} of ${STEPS}`),
    ).toBeVisible();
  await timeline.live.click();
  await expect.poll(pictures).toEqual(newest);
});

test('nobody is shut out of the timeline', async ({ playground, page }) => {
  const timeline = new TimelinePage(page);
  await playground.trainTo(8, { ...SMALL, recipe: 'cgan' });
  await timeline.untilNewest(8);
  await timeline.place.focus();
  await page.keyboard.press('Home');
  expect(await problemsInBothThemes(page)).toEqual([]);
});

/** A frame of sixty a second. */
const FRAME_MS = 16.7;

test('dragging over ten thousand steps keeps up with the hand', { tag: '@alone' }, async ({
  playground,
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const timeline = new TimelinePage(page);
  await playground.openReady({ ...PLANE, width: 0.02, batch: 2, stop: 10_000 });
  await playground.train.click();
  await playground.until(({ step, phase }) => step === 10_000 && phase === 'paused', 'ten thousand steps', 120_000);
  await timeline.untilNewest(10_000);
  const charts = new ChartsPage(page);
  for (const chart of [/^Losses/, /^Gradient/, /^Scores/]) await charts.untilDrawn(chart, 10_000);
  const leeway = await leewayOf(page);
  const tasks = await tasksDuring(browser, page, async () => {
    for (const share of [0, 0.97, 0.1]) await timeline.dragTo(share, 60);
  });
  const busy = tasks.map((task) => task.busy).sort((a, b) => b - a);
  // What the hand moves is drawn in the longest tasks: one for each picture that it comes to.
  const moved = busy.slice(0, 100);
  const [busiest = 0, median = 0] = [moved[0], moved[50]];
  test.info().annotations.push({ type: 'drag', description: `${busiest} ms busiest, ${median} ms in the middle` });
  expect(await timeline.looked()).not.toBeNull();
  // By processor time, because the test shares the machine with others; the busiest may meet the garbage collector.
  expect(median).toBeLessThanOrEqual(FRAME_MS * leeway);
  expect(busiest).toBeLessThanOrEqual(2 * FRAME_MS * leeway);
});
