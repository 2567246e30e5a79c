import { expect, type Locator, type Page } from '@playwright/test';

/** The timeline below the picture, in the words of a person. */
export class TimelinePage {
  readonly region: Locator;
  readonly place: Locator;
  readonly play: Locator;
  readonly stop: Locator;
  readonly next: Locator;
  readonly live: Locator;
  readonly events: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Timeline' });
    const button = (name: string) => this.region.getByRole('button', { name, exact: true });
    this.place = this.region.getByRole('slider', { name: 'Step that is looked at' });
    this.play = button('Play');
    this.stop = button('Stop');
    this.next = button('Next picture');
    this.live = button('Live');
    this.events = this.region.getByRole('list', { name: 'Events' }).getByRole('listitem');
  }

  /** Pictures are chosen in turns with the charts: waits until the newest is this step's. */
  untilNewest(step: number): Promise<void> {
    return expect(this.place).toHaveAttribute('aria-valuemax', String(step));
  }

  /** Until there is a picture of a step after this one. */
  async untilPast(step: number): Promise<void> {
    await expect.poll(async () => Number(await this.place.getAttribute('aria-valuemax'))).toBeGreaterThan(step);
  }

  /** Drags from the right end to so far from the left, in so many moves. */
  async dragTo(share: number, moves = 8): Promise<void> {
    await this.untilPast(0);
    await this.place.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await this.place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const at = (part: number) => [x + 4 + part * (width - 8), y + height / 2] as const;
    await this.page.mouse.move(...at(0.98));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(share), { steps: moves });
    await this.page.mouse.up();
  }

  /** The step that is looked at; null while one sees what is newest. */
  looked(): Promise<number | null> {
    return this.page.evaluate(() => window.ganPlayground.state().looking);
  }
}
