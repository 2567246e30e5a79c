import { expect, type Locator, type Page } from '@playwright/test';
import type { PlaygroundSnapshot } from '../../src/ui/state/automation.ts';
import { makeHideable } from './hidden.ts';

/** What a link can say: recipe, seed, backend, width, batch, stop … */
export type Link = Readonly<Record<string, string | number>>;

/** Small networks that train in no time on any machine. */
export const SMALL: Link = { width: 0.05, batch: 16 };

/** What people have in front of them. */
export const WINDOWS = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };

/** What is seen of each run that is open. */
const viewsOf = ({ grid, plane, compared }: PlaygroundSnapshot) =>
  compared.length > 0 ? compared.map((system) => system.grid ?? system.plane) : [grid ?? plane];

/** The page as a person sees it, in the words of a person. */
export class PlaygroundPage {
  readonly train;
  readonly pause;
  readonly step;
  readonly stepD;
  readonly stepG;
  readonly reset;
  readonly retry;
  readonly undo;
  readonly status;
  readonly alert;
  readonly classes;
  readonly generated;
  readonly system;
  readonly menu;
  readonly seed;
  readonly leave;
  readonly arrows;
  readonly dataSet;
  readonly dialog;
  readonly lookInside;
  readonly inside;
  readonly diagnosis;
  /** The frame around a class that a finding points at. */
  readonly litClass;
  /** What the last step did: one for each system. */
  readonly effect;

  constructor(readonly page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.train = button('Train');
    this.pause = button('Pause');
    this.step = button('Step');
    this.stepD = button('Step D');
    this.stepG = button('Step G');
    this.reset = button('Reset');
    this.retry = button('Try again');
    this.undo = button('Undo');
    this.status = page.getByRole('status');
    this.alert = page.getByRole('alert');
    this.classes = page.getByRole('radiogroup', { name: 'Class' });
    this.dataSet = page.getByRole('combobox', { name: 'Data set' });
    this.dialog = page.getByRole('dialog', { name: 'Bring your own images' });
    this.lookInside = page.getByRole('tab', { name: 'Inside', exact: true });
    this.inside = page.getByRole('region', { name: 'Inside both networks' });
    this.diagnosis = page.getByRole('region', { name: 'What may be going wrong' });
    this.litClass = page.locator('[data-lit]');
    this.effect = page.getByRole('group', { name: 'What the last step did' });
    this.generated = page.getByRole('img', { name: /^Generated digits/ });
    this.system = page.getByRole('button', { name: /^System: / });
    this.menu = button('Menu');
    this.seed = page.getByLabel('Seed', { exact: true });
    this.leave = button('Leave the comparison');
    this.arrows = page.getByRole('switch', { name: 'Gradient of D' });
  }

  /** Where the page lies; on the tests' own server unless told otherwise. */
  address = '/';

  /** Opens a link afresh: a new hash alone would not load the page again. */
  async open(link: Link = {}): Promise<void> {
    // A bare address is a first visit, with a trained model.
    const said = Object.keys(link).length > 0 ? link : { recipe: 'cgan-conv' };
    const hash = new URLSearchParams(Object.entries(said).map(([key, value]) => [key, String(value)]));
    await this.page.goto('about:blank');
    await this.page.goto(`${this.address}#${hash}`);
    await this.page.waitForFunction(() => 'ganPlayground' in window);
  }

  /** Opens a link and waits until it can train. */
  async openReady(link: Link = {}): Promise<void> {
    await this.open(link);
    await this.until(
      (state) => state.phase === 'paused' && viewsOf(state).every((view) => view !== null),
      'it is ready',
    );
  }

  state(): Promise<PlaygroundSnapshot> {
    return this.page.evaluate(() => window.ganPlayground.state());
  }

  history() {
    return this.page.evaluate(() => window.ganPlayground.history());
  }

  /** Waits until the page's state is as wanted. */
  async until(
    wanted: (state: PlaygroundSnapshot) => boolean,
    what: string,
    timeout = 45_000,
  ): Promise<PlaygroundSnapshot> {
    let last: PlaygroundSnapshot | undefined;
    await expect
      .poll(
        async () => {
          last = await this.state();
          return wanted(last);
        },
        { message: `until ${what}`, timeout, intervals: [50] },
      )
      .toBe(true);
    return last as PlaygroundSnapshot;
  }

  /** Trains from a fresh link to exactly this step. */
  async trainTo(step: number, link: Link): Promise<PlaygroundSnapshot> {
    await this.openReady({ ...link, stop: step });
    await this.train.click();
    return this.untilStoppedAt(step);
  }

  untilStep(step: number): Promise<PlaygroundSnapshot> {
    return this.until((state) => state.step >= step, `step ${step}`);
  }

  untilStoppedAt(step: number): Promise<PlaygroundSnapshot> {
    return this.until(
      (state) => state.phase === 'paused' && state.step === step && viewsOf(state).every((view) => view?.step === step),
      `it has stopped at step ${step}`,
    );
  }

  async chooseClass(name: string): Promise<void> {
    await this.classes.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  async chooseRecipe(name: string): Promise<void> {
    await this.system.click();
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** On a phone, where one part of the page is seen at a time. */
  async showPart(name: 'Picture' | 'Curves' | 'Lesson' | 'Settings'): Promise<void> {
    const parts = this.page.getByRole('navigation', { name: 'Parts of the page' });
    await parts.getByRole('button', { name, exact: true }).click();
  }

  /** Puts several systems side by side. */
  async compare(): Promise<void> {
    await this.chooseRecipe('Compare');
  }

  /** Shows what was put aside. */
  async openRuns(): Promise<void> {
    await this.menu.click();
    await this.page.getByRole('button', { name: /^Runs/ }).click();
  }

  /** Shows where it runs, and from which seed. */
  async openStatus(): Promise<void> {
    await this.page.getByRole('button', { name: /^Status: / }).click();
  }

  /** Opens a part of the settings: “More”, or the errata. */
  async openSettings(name: RegExp | string): Promise<void> {
    const heading = this.page.getByRole('button', { name });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  }

  /** Chooses a file of one's own. */
  async bring(name: string, bytes: Uint8Array): Promise<void> {
    await this.dataSet.selectOption('Bring your own…');
    const buffer = Buffer.from(bytes);
    await this.dialog
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  /** Fetches files of one's own, from one address on each line. */
  async fetchFrom(addresses: string): Promise<void> {
    if (!(await this.dialog.isVisible())) await this.dataSet.selectOption('Bring your own…');
    await this.dialog.getByLabel('Or from an address').fill(addresses);
    await this.dialog.getByRole('button', { name: 'Fetch', exact: true }).click();
  }

  chart(title: string | RegExp) {
    return this.page.getByRole('figure', { name: title });
  }

  /** D over the plane, of the system with this name where several are shown. */
  plane(system?: string): Locator {
    const scope = system === undefined ? this.page : this.page.getByRole('article', { name: system, exact: true });
    return scope.getByRole('img', { name: /^Level sets of D/ });
  }

  /** The picture that is drawn now, as a data address: equal if and only if every pixel is. */
  picture(): Promise<string> {
    return this.pictureOf(this.generated);
  }

  pictureOf(canvas: Locator): Promise<string> {
    return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  }

  /** Lets the page be hidden later; call before it is opened. */
  makeHideable(): Promise<void> {
    return makeHideable(this.page);
  }

  async hideFor(milliseconds: number): Promise<void> {
    await this.page.evaluate(() => window.setHidden(true));
    await this.page.waitForTimeout(milliseconds);
    await this.page.evaluate(() => window.setHidden(false));
  }
}
