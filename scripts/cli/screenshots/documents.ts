/** The pictures of the documentation: real runs, on a large and a small screen. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { stillPicture } from '../../../e2e/scenes/index.ts';
import { takeFirstHour } from './firstHour.ts';
import { keepSmall } from './palette.ts';

const OUT = join('docs', 'images');
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
const WIDE = { width: 1366, height: 768 };
const SCREENS = [
  { name: 'wide', ...WIDE },
  { name: 'phone', width: 390, height: 844 },
] as const;

const FIRST_HOUR = 'first-hour';
export const DOCUMENT_NAMES = [...PICTURES.map(({ name }) => name), FIRST_HOUR];

/** A paused run at a fixed step of a fixed seed: the same picture every time. */
async function takePictures(page: Page, address: string, { name: of, link, steps, press = [] }: Picture) {
  await page.goto(`${address}#${link}&run=1&stop=${steps}`);
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
    keep(`${of}-${name}`, await stillPicture(page));
  }
}

function keep(name: string, png: Uint8Array): void {
  const path = join(OUT, `${name}.png`);
  keepSmall(path, png);
  console.log(path);
}

/** @param names of those that are wanted */
export async function takeDocuments(browser: Browser, address: string, names: readonly string[]): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const newPage = () => browser.newPage({ viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce' });
  for (const picture of PICTURES) {
    if (!names.includes(picture.name)) continue;
    const page = await newPage();
    await takePictures(page, address, picture);
    await page.close();
  }
  if (!names.includes(FIRST_HOUR)) return;
  const page = await newPage();
  await takeFirstHour(page, address, async (name) => {
    // Charts take turns.
    await page.waitForTimeout(1000);
    keep(`${FIRST_HOUR}-${name}`, await stillPicture(page));
  });
  await page.close();
}
