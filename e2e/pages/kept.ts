import { expect, type Page } from '@playwright/test';
import { type Link, type PlaygroundPage, SMALL } from './playground.ts';

/** What is trained and kept. */
export const LINK: Link = { ...SMALL, recipe: 'cgan-conv', backend: 'simd', seed: 3 };

export const offerOf = (page: Page) => page.getByRole('region', { name: 'Kept from an earlier visit' });
export const goOn = (page: Page) => offerOf(page).getByRole('button', { name: 'Go on' }).click();

/** The step of the run that was kept last, as the browser's own database has it. */
export const keptStep = (page: Page): Promise<number | null> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('gan-playground');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            const [newest] = all.result.toSorted((a, b) => b.saved - a.saved);
            request.result.close();
            resolve(newest?.members[0]?.step ?? null);
          };
        };
      }),
  );

export const untilKept = ({ page }: PlaygroundPage, step: number): Promise<void> =>
  expect.poll(() => keptStep(page), { message: 'it is kept' }).toBe(step);

/** Trains to this step, and waits until the browser has the run as of it. */
export async function kept(playground: PlaygroundPage, step: number): Promise<void> {
  await playground.trainTo(step, LINK);
  await untilKept(playground, step);
}

/** Goes on to this step from where it is. */
export async function trainOn(playground: PlaygroundPage, step: number) {
  await goOn(playground.page);
  const { step: from } = await playground.until((state) => state.phase === 'paused' && state.step > 0, 'it is back');
  await playground.train.click();
  await playground.untilStoppedAt(step);
  return { from, history: await playground.history() };
}
