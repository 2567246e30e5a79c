/** How smooth the page is while it trains, measured from outside: long tasks, layout shift, memory. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../../check/browser.ts';
import { readArguments, wholeNumber } from '../../options.ts';
import { memoryOver } from './memory.ts';
import { report } from './report.ts';
import { type Watched, watch } from './watch.ts';

const PORT = 4176;

/** What trains while somebody watches. */
const SCENES = [
  { name: 'digits: the default preset', link: 'recipe=cgan-conv' },
  { name: 'digits: GAN, a quarter as wide', link: 'recipe=gan&width=0.25' },
  { name: 'labels: SGAN, a quarter as wide', link: 'recipe=sgan&width=0.25' },
  { name: 'plane: GAN on the Swiss roll', link: 'recipe=gan&data=swiss-roll&width=0.25' },
  { name: 'three systems side by side', link: 'compare=gan,wgan-gp,dragan&data=swiss-roll&width=0.25' },
] as const;

const { values } = readArguments({
  command: 'npm run lab -- smoothness',
  about: 'Watches the built page while it trains: tasks of its main thread, layout shift, and the renderer’s memory.',
  options: {
    seconds: { takes: 'N', says: 'of each scene; 60 by default' },
    minutes: { takes: 'N', says: 'of memory; 10 by default, 0 for none' },
    report: { says: 'write docs/smoothness.md' },
  },
});
const seconds = wholeNumber('seconds', values.seconds ?? '60', { least: 1 });
const minutes = wholeNumber('minutes', values.minutes ?? '10', { least: 0 });

const executablePath = ensureBrowser();
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...BROWSER_ARGS] });
try {
  const watched: Watched[] = [];
  for (const { name, link } of SCENES) {
    const found = { name, ...(await watch(browser, `http://localhost:${PORT}/#${link}`, seconds)) };
    watched.push(found);
    console.log(JSON.stringify(found));
  }
  const memory = minutes > 0 ? await memoryOver(browser, `http://localhost:${PORT}/`, minutes) : [];
  const text = report({ seconds, watched, memory, cores: availableParallelism() });
  console.log(text);
  if (values.report) writeFileSync(join('docs', 'smoothness.md'), text);
} finally {
  await browser.close();
  await server.close();
}
