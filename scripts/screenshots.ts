/**
 * Takes the pictures of the documentation: a real run of each recipe in the production build, on a large
 * and a small screen. `npm run build` comes first.
 *
 *     npm run screenshots [steps]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { preview } from 'vite';
import { recipes } from '../src/gan/recipes/index.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.ts';

const OUT = join('docs', 'images');
const PORT = 4175;
/** Enough for digits to show, in minutes on a machine without a GPU. */
const STEPS: Readonly<Record<string, number>> = { 'cgan-conv': 1500, cgan: 4000, dragan: 400 };
const stepsOf = (recipe: string): number => Number(process.argv[2] ?? STEPS[recipe] ?? 1000);
const TIME_LIMIT_MS = 30 * 60_000;
const SCREENS = [
  { name: 'wide', width: 1366, height: 768 },
  { name: 'phone', width: 390, height: 844 },
] as const;

/** A paused run at a fixed step of a fixed seed: the same picture every time. */
async function takePictures(browser: Browser, recipe: string): Promise<void> {
  const steps = stepsOf(recipe);
  const page = await browser.newPage({ viewport: SCREENS[0], colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`http://localhost:${PORT}/#recipe=${recipe}&seed=42&run=1&stop=${steps}`);
  const isDone = (stop: number): boolean => {
    const { phase, step, grid } = window.ganPlayground.state();
    return phase === 'paused' && step === stop && grid?.step === stop;
  };
  await page.waitForFunction(isDone, steps, { timeout: TIME_LIMIT_MS, polling: 500 });
  for (const { name, ...size } of SCREENS) {
    await page.setViewportSize(size);
    // Charts are drawn anew at their new size.
    await page.waitForTimeout(1000);
    const path = join(OUT, `${recipe}-${name}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
try {
  for (const { id } of recipes) await takePictures(browser, id);
} finally {
  await browser.close();
  await server.close();
}
