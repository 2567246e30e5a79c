/** Pictures of every main state of the page, from paused runs of fixed seeds, to be looked through by a person. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import {
  createVisitor,
  enter,
  isOn,
  JOURNEYS,
  leave,
  openLink,
  SCREENS,
  type Screen,
  stillPicture,
} from '../../../e2e/scenes/index.ts';
import { makeSheets } from './sheets.ts';

export const COLOURS = ['light', 'dark'] as const;
export const LANGUAGES = ['en', 'zh'] as const;
export const SCREEN_NAMES = Object.keys(SCREENS) as Screen[];
export const JOURNEY_NAMES = JOURNEYS.map(({ name }) => name);

/** In git's eyes this is nothing. */
const OUT = join('test-results', 'screenshots');
const SHEETS = { whole: { columns: 2, rows: 3 }, phone: { columns: 5, rows: 2 } } as const;

export interface Wanted {
  readonly address: string;
  readonly journeys: readonly string[];
  readonly screens: readonly Screen[];
  readonly languages: readonly (typeof LANGUAGES)[number][];
  readonly colours: readonly (typeof COLOURS)[number][];
}

/** @returns what could not be reached, with the reason */
export async function takeScenes(browser: Browser, wanted: Wanted): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const screen of wanted.screens)
    for (const language of wanted.languages) {
      const folder = join(OUT, `${screen}-${language}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const taken = Object.fromEntries(wanted.colours.map((colour) => [colour, [] as string[]]));
      for (const journey of JOURNEYS) {
        if (!wanted.journeys.includes(journey.name) || !journey.screens.includes(screen)) continue;
        const finger = screen === 'phone';
        const page = await browser.newPage({
          viewport: SCREENS[screen],
          reducedMotion: 'reduce',
          isMobile: finger,
          hasTouch: finger,
        });
        try {
          await openLink(page, wanted.address, journey.link, language);
          const visitor = await createVisitor(page, language, screen);
          await visitor.untilPaused(journey.step ?? undefined);
          for (const scene of journey.scenes.filter((one) => isOn(screen, one))) {
            await enter(visitor, scene);
            for (const colorScheme of wanted.colours) {
              await page.emulateMedia({ colorScheme });
              const path = join(folder, `${scene.name}-${colorScheme}.png`);
              writeFileSync(path, await stillPicture(page));
              taken[colorScheme]?.push(path);
            }
            await leave(visitor, scene);
          }
        } catch (thrown) {
          missing.push(`${journey.name}, ${screen}, ${language}: ${(thrown as Error).message}`);
          await page.screenshot({ path: join(folder, `${journey.name}-missing.png`) });
        } finally {
          await page.close();
        }
      }
      for (const [colour, paths] of Object.entries(taken)) {
        const stem = join(OUT, `sheet-${screen}-${language}-${colour}`);
        const sheets = await makeSheets(browser, paths, stem, SHEETS[screen === 'phone' ? 'phone' : 'whole']);
        for (const sheet of sheets) console.log(sheet);
      }
    }
  return missing;
}
