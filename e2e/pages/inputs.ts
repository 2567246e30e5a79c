import type { Page } from '@playwright/test';

/** From what a person did to the picture that shows what came of it. */
export interface Answer {
  readonly what: string;
  /** Milliseconds, to the next 8, as browsers tell it. */
  readonly duration: number;
}

declare global {
  interface Window {
    inputAnswers: Answer[];
  }
}

/** Call before the page is opened. What is answered within 16 ms is not told. */
export async function watchInputs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.inputAnswers = [];
    type Entry = PerformanceEntry & { readonly interactionId: number; readonly target: Node | null };
    new PerformanceObserver((list) => {
      // Others are of a pointer that merely passes.
      for (const { name, duration, interactionId, target } of list.getEntries() as Entry[])
        if (interactionId > 0)
          window.inputAnswers.push({ what: `${name} on “${target?.textContent?.slice(0, 40)}”`, duration });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

export const answersOf = (page: Page): Promise<readonly Answer[]> => page.evaluate(() => window.inputAnswers);
