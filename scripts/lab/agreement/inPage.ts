/** How many seconds after opening the built page has taken so many steps, in a browser. */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../../check/browser.ts';

const PORT = 4176;
const LIMIT_MS = 300_000;

/** @param link what follows the # of the page's address; it has the page train at once */
export async function secondsInPage(link: string, steps: readonly number[]): Promise<readonly number[]> {
  const executablePath = ensureBrowser();
  await build({ logLevel: 'warn' });
  const server = await preview({ preview: { port: PORT, strictPort: true } });
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...BROWSER_ARGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const began = performance.now();
    await page.goto(`http://localhost:${PORT}/#${link}`);
    await page.waitForFunction(() => 'ganPlayground' in window);
    const reached: number[] = [];
    for (const step of steps) {
      await page.waitForFunction((at) => window.ganPlayground.state().step >= at, step, {
        timeout: LIMIT_MS,
        polling: 250,
      });
      reached.push((performance.now() - began) / 1000);
    }
    return reached;
  } finally {
    await browser.close();
    await server.close();
  }
}
