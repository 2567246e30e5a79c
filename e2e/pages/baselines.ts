/** Pictures that the page is compared with, and what made them: letters look different elsewhere. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

export const BASELINES = join('e2e', 'visual');
const MADE_WITH = join(BASELINES, 'made-with.json');

/** What decides how letters look. */
export interface Maker {
  readonly platform: string;
  /** Major version of Chromium. */
  readonly chromium: string;
  /** Widths of a few words in the page's own font, in hundredths of a pixel. */
  readonly letters: readonly number[];
}

/** Whoever draws this page. */
export async function makerOf(browser: Browser, page: Page): Promise<Maker> {
  const letters = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const family = getComputedStyle(document.body).fontFamily;
    return ['14px', 'bold 12px', 'italic 13px'].flatMap((font) => {
      if (context) context.font = `${font} ${family}`;
      return ['Generated 0123456789', '生成器与判别器', 'E‖∇ₓD(x + δ)‖'].map((words) =>
        Math.round(100 * (context?.measureText(words).width ?? 0)),
      );
    });
  });
  return { platform: process.platform, chromium: browser.version().split('.')[0] ?? '', letters };
}

export const keepMaker = (maker: Maker): void => writeFileSync(MADE_WITH, `${JSON.stringify(maker)}\n`);
export const keptMaker = (): Maker => JSON.parse(readFileSync(MADE_WITH, 'utf8')) as Maker;

/** Why what one draws cannot be compared with the other's pictures, in a sentence; null where it can. */
export function whyNotComparable(made: Maker, here: Maker): string | null {
  const name = ({ chromium, platform }: Maker): string => `Chromium ${chromium} on ${platform}`;
  const anew = '“npm run screenshots -- --baselines” takes them anew.';
  if (name(made) !== name(here)) return `The pictures are of ${name(made)}, and this is ${name(here)}: ${anew}`;
  if (String(made.letters) !== String(here.letters)) return `The pictures have letters of other fonts: ${anew}`;
  return null;
}
