import { test as base } from '@playwright/test';
import { PlaygroundPage } from './pages/playground.ts';

interface Fixtures {
  readonly playground: PlaygroundPage;
  /** Errors on the console that this test provokes; any other fails it. */
  readonly expectedErrors: RegExp[];
}

/** Every test fails on an error that nothing caught, and on any error on the console. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds a fixture's needs by this pattern
  expectedErrors: async ({}, use) => use([]),

  playground: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`console: ${message.text()} (${message.location().url})`);
    });
    await use(new PlaygroundPage(page));
    const surprises = errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)));
    base.expect(surprises, 'errors on the page').toEqual([]);
  },
});

export { expect } from '@playwright/test';
