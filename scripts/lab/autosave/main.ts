/** What autosave costs: steps a second around each checkpoint and without one, in one run, on the real page. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../../check/browser.ts';
import { readArguments, wholeNumber } from '../../options.ts';
import { costsOf } from './pairs.ts';
import { report, type Scene } from './report.ts';
import { listen } from './watch.ts';

const PORT = 4177;

const SCENES = [
  { name: 'CGAN, full width', link: 'recipe=cgan' },
  { name: 'Conv CGAN, the default preset', link: 'recipe=cgan-conv' },
];

const { values } = readArguments({
  command: 'npm run lab -- autosave',
  about: 'Trains the built page and compares the time around each checkpoint with that without one.',
  options: {
    minutes: { takes: 'N', says: 'for each scene; 10 by default' },
    link: { takes: 'HASH', says: 'in place of the scenes' },
    report: { says: 'write docs/autosave.md' },
  },
});
const minutes = wholeNumber('minutes', values.minutes ?? '10', { least: 2 });
const scenes = values.link === undefined ? SCENES : [{ name: values.link, link: values.link }];

const executablePath = ensureBrowser();
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...BROWSER_ARGS] });
try {
  const found: Scene[] = [];
  for (const { name, link } of scenes) {
    const costs = costsOf(await listen(browser, `http://localhost:${PORT}/#${link}`, minutes));
    found.push({ name, costs });
    console.log(JSON.stringify({ name, ...costs }));
  }
  const text = report(found, minutes, availableParallelism());
  console.log(text);
  if (values.report) writeFileSync(join('docs', 'autosave.md'), text);
} finally {
  await browser.close();
  await server.close();
}
