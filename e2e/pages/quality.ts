import { expect, type Page } from '@playwright/test';
import type { Scores } from '../../src/protocol/index.ts';

/** The quality view, in the words of a person. */
export class QualityPage {
  readonly now;
  readonly every;
  readonly samples;
  readonly table;
  readonly means;
  readonly choose;
  readonly train;

  constructor(readonly page: Page) {
    const view = page.getByRole('region', { name: 'Quality' });
    this.now = view.getByRole('button', { name: 'Measure now' });
    this.every = view.getByRole('combobox', { name: 'Every' });
    this.samples = view.getByRole('combobox', { name: 'Samples' });
    this.table = view.getByRole('table');
    this.means = view.getByRole('figure', { name: 'Means' });
    this.choose = view.getByRole('button', { name: /^Measures/ });
    this.train = view.getByRole('button', { name: 'Train a classifier' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Quality' }).click();
    await expect(this.now.or(this.train).first()).toBeVisible();
  }

  async show(view: 'Curves' | 'Table' | 'Classes' | 'Modes' | 'Means' | 'Gradient'): Promise<void> {
    await this.page.getByRole('radio', { name: view }).check({ force: true });
  }

  scores(): Promise<Scores[]> {
    return this.page.evaluate(() => window.ganPlayground.scores());
  }

  /** Waits until so many measurings have arrived. */
  async untilMeasured(count: number, timeout = 45_000): Promise<Scores[]> {
    await expect.poll(async () => (await this.scores()).length, { timeout }).toBeGreaterThanOrEqual(count);
    return this.scores();
  }
}
