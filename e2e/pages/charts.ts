import { expect, type Locator, type Page } from '@playwright/test';
import { formatsOf } from '../../src/i18n/format.ts';

/** The charts over the steps, in the words of a person. */
export class ChartsPage {
  /** @param scope the page, or a part of it that has charts of its own */
  constructor(readonly scope: Page | Locator) {}

  chart(title: RegExp): Locator {
    return this.scope.getByRole('figure', { name: title });
  }

  /** What the pointer and the keys act upon. */
  pad(title: RegExp): Locator {
    return this.chart(title).getByRole('slider');
  }

  /** Charts take turns: waits for this one to show the newest step. */
  untilDrawn(title: RegExp, step: number): Promise<void> {
    return expect(this.pad(title)).toHaveAttribute('aria-valuemax', String(step));
  }

  switch(name: 'Log scale' | 'Smooth'): Locator {
    return this.scope.getByRole('switch', { name });
  }

  /** The cell of the legend that begins with this name. */
  legend(title: RegExp, name: string): Locator {
    return this.chart(title).getByRole('listitem').filter({ hasText: name }).first();
  }

  /** Points at a chart, so far from its left end to its right. @returns the step under the cursor */
  async point(title: RegExp, share: number): Promise<number> {
    const pad = this.pad(title);
    const { width, height } = (await pad.boundingBox()) ?? { width: 0, height: 0 };
    await pad.hover({ position: { x: share * width, y: height / 2 } });
    const text = this.chart(title).locator('svg:not([role]) text').first();
    await expect(text).toBeVisible();
    return Number((await text.textContent())?.replace(',', ''));
  }

  /** The shapes of all lines. */
  lines(title: RegExp): Promise<(string | null)[]> {
    return this.chart(title)
      .locator('.recharts-line-curve')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('d')));
  }

  /** The marks on the axis of values. */
  marks(title: RegExp): Promise<string[]> {
    return this.chart(title).locator('text[text-anchor=end][dy]').allTextContents();
  }

  /** A value as the page writes it. */
  short(value: number | undefined): string {
    return formatsOf('en').short(value ?? null);
  }
}
