/** Takes the pictures of the documentation: real runs in the production build, on a large and a small screen. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../check/browser.ts';
import { readArguments, UsageError } from '../options.ts';

const OUT = join('docs', 'images');
const PORT = 4175;
interface Picture {
  readonly name: string;
  readonly link: string;
  readonly steps: number;
  /** Buttons to press, one after the other, by the beginnings of their names. */
  readonly press?: readonly string[];
}

/** What is to be seen, and enough steps for it to show, in minutes on a machine without a GPU. */
const PICTURES: readonly Picture[] = [
  { name: 'cgan-conv', link: 'recipe=cgan-conv&seed=42', steps: 1500 },
  { name: 'compare', link: 'compare=gan,wgan-gp,dragan&data=swiss-roll&seed=1&width=0.25', steps: 1000 },
  { name: 'networks', link: 'recipe=cgan-conv&seed=42', steps: 1, press: ['Networks', '6 Transposed convolution'] },
];
const TIME_LIMIT_MS = 30 * 60_000;
const SCREENS = [
  { name: 'wide', width: 1366, height: 768 },
  { name: 'phone', width: 390, height: 844 },
] as const;

/** A paused run at a fixed step of a fixed seed: the same picture every time. */
async function takePictures(browser: Browser, { name: of, link, steps, press = [] }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: SCREENS[0], colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`http://localhost:${PORT}/#${link}&run=1&stop=${steps}`);
  const isDone = (stop: number): boolean => {
    const { phase, step } = window.ganPlayground.state();
    return phase === 'paused' && step === stop;
  };
  await page.waitForFunction(isDone, steps, { timeout: TIME_LIMIT_MS, polling: 500 });
  for (const name of press) await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  for (const { name, ...size } of SCREENS) {
    await page.setViewportSize(size);
    // Charts are drawn anew at their new size.
    await page.waitForTimeout(1000);
    const path = join(OUT, `${of}-${name}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
  await page.close();
}

const { words } = readArguments({
  command: 'npm run screenshots',
  about: 'Builds the page and takes the pictures of the documentation, in minutes.',
  words: {
    usage: '[PICTURE …]',
    name: 'PICTURE',
    says: `${PICTURES.map(({ name }) => name).join(', ')}; all by default`,
  },
  options: {},
});
const unknown = words.find((word) => !PICTURES.some(({ name }) => name === word));
if (unknown)
  throw new UsageError(`There is no picture “${unknown}”; there are ${PICTURES.map(({ name }) => name).join(', ')}.`);

mkdirSync(OUT, { recursive: true });
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
try {
  for (const picture of PICTURES)
    if (words.length === 0 || words.includes(picture.name)) await takePictures(browser, picture);
} finally {
  await browser.close();
  await server.close();
}
