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

  /** What was said, and what has happened. */
  async expectSideBySide(said: string, happened: string): Promise<void> {
    const cells = this.card.getByRole('definition');
    await expect(cells).toHaveText([said, happened]);
  }

  untilMeasured(what: 'Done' | 'Not yet'): Promise<void> {
    return expect(this.measured).toContainText(what, { timeout: 60_000 });
  }
}
