import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What shuts people out of the page as it is now. */
export async function seriousProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The same in light and in dark colours, which the page follows at once; the last is what it is left in. */
export async function problemsInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Half-way between two colours the contrast is neither's.
    await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
    found.push(...(await seriousProblems(page)).map((problem) => `${colorScheme}: ${problem}`));
  }
  return found;
}
