import { expect, type Page } from '@playwright/test';
import { type Link, type PlaygroundPage, SMALL } from './playground.ts';

/** What is trained and kept. */
export const LINK: Link = { ...SMALL, recipe: 'cgan-conv', backend: 'simd', seed: 3 };

export const offerOf = (page: Page) => page.getByRole('region', { name: 'Kept from an earlier visit' });
export const goOn = (page: Page) => offerOf(page).getByRole('button', { name: 'Go on' }).click();

type StoreName = 'entries' | 'files';

/** What a store of the browser's own database has of each run; a file as its bytes. */
export const storedIn = (page: Page, store: StoreName): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const bytesOf = async (file: Blob) => [...new Uint8Array(await file.arrayBuffer())];
        const request = indexedDB.open('gan-playground');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction(name).objectStore(name).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            request.result.close();
            resolve(
              name === 'files' ? Promise.all(all.result.map((files) => Promise.all(files.map(bytesOf)))) : all.result,
            );
          };
        };
      }),
    store,
  );

interface StoredEntry {
  readonly saved: number;
  readonly bytes: number;
  readonly members: readonly { readonly step: number }[];
}

async function lastKept(page: Page): Promise<StoredEntry | undefined> {
  const entries = (await storedIn(page, 'entries')) as readonly StoredEntry[];
  return entries.toSorted((a, b) => b.saved - a.saved)[0];
}

/** The step of the run that was kept last. */
export const keptStep = async (page: Page): Promise<number | null> => (await lastKept(page))?.members[0]?.step ?? null;

/** How many bytes the files of the run have that was kept last. */
export const keptBytes = async (page: Page): Promise<number> => (await lastKept(page))?.bytes ?? 0;

export const untilKept = ({ page }: PlaygroundPage, step: number): Promise<void> =>
  expect.poll(() => keptStep(page), { message: 'it is kept', timeout: 30_000 }).toBe(step);

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
