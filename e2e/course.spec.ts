import { expect, test } from './fixtures.ts';
import { seriousProblems } from './pages/axe.ts';
import { LessonPage } from './pages/lesson.ts';

test('an erratum is looked for before it is named, and named once it is found', async ({ page, playground }) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'errata' });
  await expect(lesson.title('Strong pictures at once')).toBeVisible();
  await expect(page.getByRole('article', { name: /Run 2$/ })).toBeVisible();
  await expect(lesson.card.getByRole('radio')).toHaveCount(0);

  await lesson.run.click();
  await lesson.untilMeasured('Done');
  await lesson.choose(/^Pixels are scaled twice/);
  await expect(lesson.card).toContainText('That would look different');
  await expect(lesson.card.getByRole('heading', { name: 'Why' })).toBeHidden();
  await expect(lesson.next).toBeHidden();

  await lesson.choose(/^Each picture is stretched/);
  await expect(lesson.card).toContainText('That is it.');
  await expect(lesson.card.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(lesson.next).toBeVisible();
  await expect(page.getByRole('article', { name: /Stretch each sample/ })).toHaveCount(2);
  expect(await seriousProblems(page)).toEqual([]);
});

test('a walk begins with a trained model, trains nothing, and goes on in the tab of the latent space', async ({
  page,
  playground,
}) => {
  const lesson = new LessonPage(page);
  await playground.open({ lesson: 'latent' });
  for (let skipped = 0; skipped < 2; skipped++) await lesson.card.getByRole('button', { name: /^Skip/ }).click();
  await expect(lesson.title('Half way between two digits')).toBeVisible();
  await playground.until(({ step, phase }) => step === 2500 && phase === 'paused', 'the trained model is there');
  await lesson.choose('A digit of its own');
  await lesson.card.getByRole('button', { name: 'Go half the way' }).click();
  await lesson.untilMeasured('Done');
  await expect(lesson.card.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Latent' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('img', { name: 'The picture at this place on the way.' })).toBeVisible();
  expect((await playground.state()).step).toBe(2500);
});

for (const [lang, words] of [
  [
    'en',
    {
      open: 'Links for a class …',
      title: 'Links of the lessons',
      which: 'Lessons',
      one: 'Mode collapse',
      code: /^QR code/,
    },
  ],
  ['zh', { open: '给班级的链接…', title: '课程的链接', which: '课程', one: '模式坍塌', code: /二维码$/ }],
] as const)
  test(`a teacher prints the links of the lessons, and nothing else (${lang})`, async ({ page, playground }) => {
    await playground.open({ recipe: 'gan', data: 'ring', width: 0.02, batch: 2, lesson: 'game', lang });
    const rail = page.getByRole('article').first();
    await rail.getByRole('button', { name: /1.*1\d/ }).press('Enter');
    await page.getByRole('button', { name: words.open }).press('Enter');
    const sheet = page.getByRole('dialog', { name: words.title });
    await expect(sheet.getByRole('link').first()).toBeVisible();
    const links = await sheet.getByRole('link').count();
    expect(links).toBeGreaterThan(9);
    await expect(sheet.getByRole('img', { name: words.code })).toHaveCount(links);
    expect(await seriousProblems(page)).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    await expect(sheet.getByRole('link').last()).toBeVisible();
    await expect(sheet.getByRole('combobox')).toBeHidden();
    await expect(rail).toBeHidden();
    await page.emulateMedia({ media: 'screen' });

    await sheet.getByRole('combobox', { name: words.which }).selectOption(words.one);
    const link = sheet.getByRole('link');
    await expect(link).toHaveText(/^http.*#lesson=collapse$/);
    await link.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL(/lesson=collapse/);
  });
