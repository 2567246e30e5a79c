import type { Page } from '@playwright/test';

/** A part of the page that jumped, though nobody had touched anything. */
export interface Shift {
  /** As browsers count it: the share of the window that moved, times how far. */
  readonly value: number;
  /** What moved, as tag and text. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    layoutShifts: Shift[];
  }
}

/** Call before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShifts = [];
    type Entry = PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    };
    const nameOf = (node: Node | null): string => `${node?.nodeName} “${node?.textContent?.slice(0, 60)}”`;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[])
        window.layoutShifts.push({ value, moved: sources.map(({ node }) => nameOf(node)) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const shiftsOf = (page: Page): Promise<readonly Shift[]> => page.evaluate(() => window.layoutShifts);
