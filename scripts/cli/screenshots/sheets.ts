/** Contact sheets: a few pictures on one, each with its name, to look through quickly. */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser } from 'playwright';

/** So wide is a sheet, in pixels. */
const WIDTH = 1540;

export interface SheetSize {
  readonly columns: number;
  readonly rows: number;
}

const card = (path: string): string => {
  const source = `data:image/png;base64,${readFileSync(path).toString('base64')}`;
  return `<figure><figcaption>${basename(path, '.png')}</figcaption><img src="${source}"></figure>`;
};

/** @param stem where they go, without number and extension. @returns their paths */
export async function makeSheets(
  browser: Browser,
  paths: readonly string[],
  stem: string,
  { columns, rows }: SheetSize,
): Promise<readonly string[]> {
  const made: string[] = [];
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 } });
  for (let at = 0; at < paths.length; at += columns * rows) {
    const cards = paths.slice(at, at + columns * rows).map(card);
    await page.setContent(
      `<style>
        body { margin: 0; padding: 6px; background: #888; font: 13px sans-serif;
               display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 6px; }
        figure { margin: 0 } img { width: 100%; display: block } figcaption { color: #fff }
      </style>${cards.join('')}`,
    );
    const path = `${stem}-${made.length + 1}.png`;
    writeFileSync(path, await page.screenshot({ fullPage: true }));
    made.push(path);
  }
  await page.close();
  return made;
}
