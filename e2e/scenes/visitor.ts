/** Somebody who goes about the page in either language and on any screen: what scenes are made of. */
import type { Locator, Page } from '@playwright/test';
import { type LanguageId, languages } from '../../src/i18n/languages.ts';
import type { PlaygroundSnapshot } from '../../src/ui/state/automation.ts';
import { type Link, WINDOWS } from '../pages/playground.ts';

export const SCREENS = {
  ...WINDOWS,
  laptop: { width: 1280, height: 720 },
  hall: { width: 1920, height: 1080 },
  tablet: { width: 1024, height: 768 },
} as const;
export type Screen = keyof typeof SCREENS;

/** On a small machine that is busy with other things. */
const LIMIT_MS = 120_000;

/** The names that are needed to find one's way, in the reader's language. */
async function wordsIn(language: LanguageId) {
  const { texts, parts } = languages[language];
  return {
    page: await texts(),
    bring: await parts.bring(),
    inside: await parts.inside(),
    latent: await parts.latent(),
    lessons: await parts.lessons(),
    play: await parts.play(),
    quality: await parts.quality(),
    runs: await parts.runs(),
    timeline: await parts.timeline(),
    understand: await parts.understand(),
  };
}
type Words = Awaited<ReturnType<typeof wordsIn>>;

/** What is open; each has a default, so that a scene is the same whatever was looked at before. */
export interface Look {
  readonly stage?: 'samples' | 'latent' | 'one' | 'play';
  readonly dock?: 'curves' | 'quality' | 'understand' | 'inside';
  readonly rail?: 'lesson' | 'settings';
  /** Which part is seen on a phone. */
  readonly pane?: 'picture' | 'dock' | 'lesson' | 'settings';
}

export interface Visitor {
  readonly page: Page;
  readonly screen: Screen;
  readonly words: Words;
  button(name: string | RegExp): Locator;
  /** A tab of the list with this name. */
  tab(list: string, name: string): Locator;
  /** An image whose name begins like this. */
  image(name: string): Locator;
  /** What another run of the same seed does not share: how fast it was, and which pictures there was time for. */
  readonly ofThisTime: Locator[];
  look(look: Look): Promise<void>;
  /** Waits for the charts, which are fetched and take turns, to show the newest step. */
  untilCharted(): Promise<void>;
  /** Waits until all runs are paused after this step, and are seen as they are then; by default after any but 0. */
  untilPaused(step?: number): Promise<void>;
}

/** What a name begins with, as a pattern. */
export const beginning = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export async function createVisitor(page: Page, language: LanguageId, screen: Screen): Promise<Visitor> {
  const words = await wordsIn(language);
  const button: Visitor['button'] = (name) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const tab: Visitor['tab'] = (list, name) =>
    page.getByRole('tablist', { name: list, exact: true }).getByRole('tab', { name, exact: true });
  const { dock: docks, panes, rail: rails, stage: stages } = words.page;
  const untilCharted = async (): Promise<void> => {
    const areDrawn = (title: string): boolean => {
      const figures = [...document.querySelectorAll('figure')].filter((figure) => figure.checkVisibility());
      const newest = `[role=slider][aria-valuemax="${window.ganPlayground.state().step}"]`;
      const charts = figures.filter((figure) => figure.querySelector('[role=slider]'));
      return (
        charts.some((chart) => chart.querySelector('h3')?.textContent === title) &&
        charts.every((chart) => chart.querySelector(newest))
      );
    };
    await page.waitForFunction(areDrawn, words.page.chart.losses);
  };
  const way = page.getByRole('region', { name: words.timeline.label });
  return {
    page,
    screen,
    words,
    button,
    tab,
    ofThisTime: [way, button(beginning(words.page.backend.status({ where: '' })))],
    image: (name) => page.getByRole('img', { name: beginning(name) }).first(),
    async look({ stage = 'samples', dock = 'curves', rail: asked, pane = 'picture' }) {
      const rail = asked ?? 'settings';
      const open = {
        stage: () => tab(stages.label, stages.tab[stage]).click(),
        dock: () => tab(docks.label, docks.tab[dock]).click(),
        rail: () => tab(rails.label, rails.mode[rail]).click(),
      };
      if (screen === 'tablet') {
        // There it lies over the picture, so it is open where it is what is looked at.
        const hide = button(rails.hide);
        if (await hide.isVisible()) await hide.click();
        await open.dock();
        await open.stage();
        if (asked !== undefined || pane === 'lesson' || pane === 'settings') {
          await page.locator(`button[title="${words.page.settings.show}"]`).click();
          await open.rail();
        }
      } else if (screen !== 'phone') {
        await open.rail();
        await open.dock();
        await open.stage();
      }
      if (screen !== 'phone') {
        // Nothing is pointed at.
        await page.mouse.move(0, 0);
        if (dock === 'curves') await untilCharted();
        if (stage === 'samples') await way.waitFor();
        return;
      }
      const parts = page.getByRole('navigation', { name: panes.label });
      await parts.getByRole('button', { name: panes.pane[pane], exact: true }).click();
      if (pane === 'picture') await open.stage();
      if (pane === 'picture' && stage === 'samples') await way.waitFor();
      if (pane === 'dock') await open.dock();
      if (pane === 'dock' && dock === 'curves') await untilCharted();
    },
    untilCharted,
    async untilPaused(step) {
      const isThere = (wanted: number | null): boolean => {
        const has = ({ phase, step: at, grid, plane }: Pick<PlaygroundSnapshot, 'phase' | 'step' | 'grid' | 'plane'>) =>
          phase === 'paused' && (wanted === null ? at > 0 : at === wanted) && (grid ?? plane)?.step === at;
        const state = window.ganPlayground?.state();
        return state !== undefined && (state.compared.length > 0 ? state.compared.every(has) : has(state));
      };
      await page.waitForFunction(isThere, step ?? null, { timeout: LIMIT_MS });
    },
  };
}

/** Opens a link afresh, in this language; without any setting of a run it is a first visit. */
export async function openLink(page: Page, address: string, link: Link, language: LanguageId): Promise<void> {
  const said = Object.entries({ ...link, lang: language }).map(([key, value]) => [key, String(value)]);
  await page.goto('about:blank');
  await page.goto(`${address}#${new URLSearchParams(said)}`);
  await page.waitForFunction(() => 'ganPlayground' in window);
}
