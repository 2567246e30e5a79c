import { expect, type Locator, type Page } from '@playwright/test';

/** The rail where one learns, in the words of a person. */
export class LessonPage {
  readonly card;
  readonly run;
  readonly measured;
  readonly next;
  readonly again;

  constructor(readonly page: Page) {
    this.card = page.getByRole('article', { name: 'Lesson' });
    this.run = this.card.getByRole('button', { name: /^(Train|Take one step|Run it again)/ });
    this.measured = this.card.getByRole('status', { name: 'Measured' });
    this.next = this.card.getByRole('button', { name: /^Next/ });
    this.again = this.card.getByRole('button', { name: 'Run it again' });
  }

  title(name: string): Locator {
    return this.card.getByRole('heading', { name, level: 2 });
  }

  /** Answers a question, or chooses a setting. */
  choose(name: string | RegExp): Promise<void> {
    return this.card.getByRole('radio', { name }).check();
  }

  /** Draws the curve that is expected by mouse: from one height to another, as shares of the chart. */
  async draw(from: number, to: number): Promise<void> {
    const handles = this.card.getByRole('slider', { name: /^Your curve/ });
    const [first, last] = [await handles.first().boundingBox(), await handles.last().boundingBox()];
    if (!first || !last) throw new Error('There is no chart to draw in.');
    // Before anything is drawn the handles lie in the middle, at the first step and the last.
    const [left, right] = [first.x + first.width / 2, last.x + last.width / 2];
    const [middle, half] = [first.y + first.height / 2, 60];
    await this.page.mouse.move(left, middle + half - 2 * half * from);
    await this.page.mouse.down();
    await this.page.mouse.move(right, middle + half - 2 * half * to, { steps: 8 });
    await this.page.mouse.up();
  }

  /** What was said, and what has happened. */
  async expectSideBySide(said: string, happened: string): Promise<void> {
    const cells = this.card.getByRole('definition');
    await expect(cells).toHaveText([said, happened]);
  }

  untilMeasured(what: 'Done' | 'Not yet'): Promise<void> {
    return expect(this.measured).toContainText(what, { timeout: 60_000 });
  }
}
