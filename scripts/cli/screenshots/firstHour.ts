/** The walk of docs/first-hour.md, done by roles and names as a newcomer does it. */
import type { Page } from 'playwright';

const LIMIT_MS = 120_000;
const STEPS = 500;
const PHONE = { width: 390, height: 844 };

/** @param keep keeps a picture of the page as it is then, under this name */
export async function takeFirstHour(page: Page, address: string, keep: (name: string) => Promise<void>): Promise<void> {
  page.setDefaultTimeout(LIMIT_MS);
  const card = page.getByRole('article', { name: 'Lesson' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const done = () => card.getByRole('status', { name: 'Measured' }).getByText('Done').waitFor();
  const untilStopped = () =>
    page.waitForFunction((steps) => {
      const state = window.ganPlayground?.state();
      return state?.plane?.step === steps && state.phase === 'paused';
    }, STEPS);

  await page.goto(address);
  await page
    .getByText(/^\d+ %$/)
    .nth(1)
    .waitFor();
  await keep('open');

  await button('First lesson').click();
  await card.getByRole('radio', { name: 'On some of the clusters' }).check();
  await card.getByRole('button', { name: /^Train/ }).click();
  await done();
  await keep('lesson');

  await card.getByRole('button', { name: /^All lessons/ }).click();
  await page.getByRole('button', { name: /^Mode collapse/ }).click();
  await card.getByRole('radio', { name: 'All, or nearly all' }).check();
  await card.getByRole('button', { name: /^Train/ }).click();
  await done();
  await keep('break');

  await card.getByRole('button', { name: /^Next/ }).click();
  await card.getByRole('radio', { name: /0\.003$/ }).check();
  await card.getByRole('button', { name: /^Train/ }).click();
  await done();
  await keep('mend');

  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByLabel('Seed', { exact: true }).fill('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.ganPlayground.state().seed === 7);
  await button('Train').click();
  // As the lesson's own run did, it stops there.
  await untilStopped();
  await button('Menu').click();
  await button('Share …').click();
  const link = await page.getByRole('dialog', { name: 'Share' }).getByLabel('Link', { exact: true }).inputValue();
  await keep('link');

  // Whoever gets it has a browser of their own, and presses Train.
  await page.evaluate(() => localStorage.clear());
  await page.setViewportSize(PHONE);
  await page.goto('about:blank');
  await page.goto(`${link}&run=1&stop=${STEPS}`);
  await untilStopped();
  await keep('sent');
}
