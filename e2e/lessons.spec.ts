import { expect, test } from './fixtures.ts';
import { problemsInBothThemes, seriousProblems } from './pages/axe.ts';
import { LessonPage } from './pages/lesson.ts';
import { WINDOWS } from './pages/playground.ts';

test.describe('the first minute', () => {
  test('shows digits of a trained model, the game drawn with them, and two ways on', async ({ page, playground }) => {
    await page.goto('/');
    await expect(playground.generated).toBeVisible();
    const game = page.getByRole('figure', { name: 'The game' });
    await expect(game.getByRole('img', { name: 'a fake' })).toBeVisible();
    await expect(game.getByText(/^\d+ %$/)).toHaveCount(2, { timeout: 30_000 });
    const trained = await playground.until(({ phase, step }) => phase === 'paused' && step > 0, 'the model is open');
    expect(new URL(page.url()).hash).toBe('');

    await playground.classes.getByRole('radio', { name: '3' }).check({ force: true });
    await playground.until(({ grid }) => grid?.classes === 3, 'its threes are seen');

    await page.getByRole('button', { name: 'Watch one learn from nothing' }).click();
    await playground.until(({ step, running }) => running && step > 0 && step < trained.step, 'another learns');
    await expect(page).toHaveURL(/seed=1/);
    await playground.pause.click();
    await page.getByRole('button', { name: 'First lesson' }).click();
    const lesson = new LessonPage(page);
    await expect(lesson.title('A forger and a judge')).toBeVisible();
    await playground.until(
      ({ recipe, data, step }) => recipe === 'gan' && data === 'ring' && step === 0,
      'it is set up',
    );
  });

  test('is not in the way of a link', async ({ page, playground }) => {
    await playground.openReady({ recipe: 'gan', width: 0.05, batch: 16 });
    await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible();
    expect((await playground.state()).step).toBe(0);
  });
});

test('a learner who expects something else is shown both, and why', async ({ page, playground }) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'one-step' });
  await expect(lesson.title('One step of D')).toBeVisible();
  await expect(lesson.run).toBeDisabled();

  await lesson.choose('Most look more real to it');
  await lesson.run.click();
  await lesson.untilMeasured('Done');
  await lesson.expectSideBySide('Most look more real to it', 'Most look less real to it');
  await expect(lesson.card).toContainText('Not what you expected');
  await expect(lesson.card.getByRole('heading', { name: 'Why' })).toBeVisible();

  await lesson.next.click();
  await expect(lesson.title('One step of G')).toBeFocused();
  await lesson.choose('Most look more real to it');
  await lesson.run.click();
  await lesson.untilMeasured('Done');
  await expect(lesson.card).toContainText('As you expected.');
  expect((await playground.state()).step).toBe(202);
});

test('a wrong setting passes nothing; the right one does, and is remembered', async ({ page, playground }) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'collapse' });
  await lesson.card.getByRole('button', { name: /^Skip/ }).click();
  await expect(lesson.title('Mend it')).toBeVisible();

  await lesson.choose(/0\.0003$/);
  await lesson.run.click();
  await lesson.untilMeasured('Not yet');
  await expect(lesson.card.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await expect(lesson.next).toBeHidden();

  await lesson.choose(/0\.003$/);
  await lesson.again.click();
  await lesson.untilMeasured('Done');
  await expect(lesson.next).toBeVisible();

  await page.reload();
  await expect(lesson.title('Mend it')).toBeVisible();
  await lesson.untilMeasured('Done');
  await lesson.card.getByRole('button', { name: /^All lessons/ }).click();
  await expect(page.getByRole('button', { name: /^Mode collapse 1 of 2/ })).toBeVisible();
});

test('a learner draws the curve that they expect, by mouse or keys, and sees it with the one that came', async ({
  page,
  playground,
}) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'two-losses' });
  await expect(lesson.run).toBeDisabled();
  await lesson.draw(0.5, 0.95);
  await expect(lesson.run).toBeEnabled();

  const last = lesson.card.getByRole('slider', { name: /^Your curve/ }).last();
  const drawn = await last.getAttribute('aria-valuetext');
  expect(drawn).toMatch(/^0\.9\d* at step 200$/);
  await last.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(last).not.toHaveAttribute('aria-valuetext', drawn ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(last).not.toBeFocused();

  await lesson.run.click();
  await lesson.untilMeasured('Done');
  const both = lesson.card.getByRole('figure', { name: /your curve and what happened$/ });
  await expect(both).toContainText(
    /You expected it to rise; it fell\. On average your curve was \d+ % of the axis away/,
  );
  expect(await seriousProblems(page)).toEqual([]);

  await lesson.card.getByRole('button', { name: 'Read it through' }).click();
  await expect(lesson.card.getByRole('slider')).toHaveCount(0);
  await expect(both).toBeVisible();
});

test('a lesson about two systems keeps its card beside them', async ({ page, playground }) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'held' });
  await expect(lesson.card.getByRole('heading', { level: 2 })).toBeVisible();
  await playground.until(({ compared, phase }) => compared.length === 2 && phase === 'paused', 'both are open');
  await expect(lesson.run).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: WINDOWS.phone });

  test('a lesson has a tab of its own, and the picture is seen while it runs', async ({ page, playground }) => {
    const lesson = new LessonPage(page);
    await playground.open({ lesson: 'one-step' });
    await lesson.choose('Most look less real to it');
    await lesson.run.click();
    await expect(lesson.card).toBeHidden();
    await page.getByRole('button', { name: /What came of it/ }).click({ timeout: 60_000 });
    await lesson.untilMeasured('Done');
    // That is what is seen first, and not the question again.
    await expect(lesson.measured).toBeInViewport({ ratio: 1 });
    await expect(lesson.card.getByText('What happened')).toBeInViewport({ ratio: 1 });
    await playground.showPart('Settings');
    await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible();
    await playground.showPart('Lesson');
    await expect(lesson.title('One step of D')).toBeVisible();
    // The way on is in reach from the beginning, and lies over nothing at the end.
    await expect(lesson.next).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const more = await lesson.card.locator('p').last().boundingBox();
    const next = await lesson.next.boundingBox();
    expect((more?.y ?? 0) + (more?.height ?? 0)).toBeLessThanOrEqual(next?.y ?? 0);
    expect(await seriousProblems(page)).toEqual([]);
  });
});

test('nobody is shut out of a lesson', async ({ page, playground }) => {
  await page.goto('/');
  const lesson = new LessonPage(page);
  await expect(playground.generated).toBeVisible();
  expect(await problemsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: /^First lesson/ }).click();
  await lesson.choose('On some of the clusters');
  expect(await problemsInBothThemes(page)).toEqual([]);
});

test('a link to a lesson that there is not says so, beside those that there are', async ({ page }) => {
  await page.goto('/#lesson=mode-collapse');
  const { card } = new LessonPage(page);
  await expect(card.getByRole('alert')).toHaveText(
    'There is no lesson “mode-collapse”. All that there are stand below.',
  );
  await card.getByRole('button', { name: /^Mode collapse/ }).click();
  await expect(page).toHaveURL(/lesson=collapse/);
  await expect(card.getByRole('alert')).toBeHidden();
});
