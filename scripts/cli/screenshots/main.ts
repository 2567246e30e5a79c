/** Takes pictures of the page: for the documentation, of every main state, or those that a test compares with. */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../../check/browser.ts';
import { readArguments, UsageError } from '../../options.ts';
import { takeBaselines } from './baselines.ts';
import { DOCUMENT_NAMES, takeDocuments } from './documents.ts';
import { COLOURS, JOURNEY_NAMES, LANGUAGES, SCREEN_NAMES, takeScenes } from './scenes.ts';

const PORT = Number(process.env.SCREENSHOTS_PORT ?? 4175);

const { values, words } = readArguments({
  command: 'npm run screenshots',
  about:
    'Builds the page and takes pictures: those of the documentation, in minutes; with --scenes every main state, into\n' +
    'test-results/screenshots, with sheets of a few each; with --baselines those that e2e/visual.spec.ts compares with.',
  words: {
    usage: '[NAME …]',
    name: 'NAME',
    says: `all by default; ${DOCUMENT_NAMES.join(', ')};\nwith --scenes ${JOURNEY_NAMES.join(', ')}`,
  },
  options: {
    scenes: { says: 'every main state, on every screen, in both languages and all colours' },
    screens: { takes: 'A,B,…', says: `of ${SCREEN_NAMES.join(', ')}` },
    languages: { takes: 'A,B,…', says: `of ${LANGUAGES.join(', ')}` },
    colours: { takes: 'A,B,…', says: `of ${COLOURS.join(', ')}` },
    baselines: { says: 'what the test compares with' },
  },
});

/** Those that were asked for, all if none were. @throws UsageError for one that there is not */
function some<Name extends string>(asked: readonly string[], names: readonly Name[], what: string): readonly Name[] {
  const unknown = asked.find((name) => !names.some((one) => one === name));
  if (unknown !== undefined) throw new UsageError(`There is no ${what} “${unknown}”; there are ${names.join(', ')}.`);
  return asked.length > 0 ? names.filter((name) => asked.includes(name)) : names;
}
const listed = (text: string | undefined): readonly string[] => text?.split(',') ?? [];

const { scenes = false, baselines = false } = values;
if (scenes && baselines) throw new UsageError('Give either --scenes or --baselines.');
const [screens, languages, colours] = [
  some(listed(values.screens), SCREEN_NAMES, 'screen'),
  some(listed(values.languages), LANGUAGES, 'language'),
  some(listed(values.colours), COLOURS, 'scheme of colours'),
];
const journeys = scenes ? some(words, JOURNEY_NAMES, 'journey') : [];
const documents = scenes || baselines ? [] : some(words, DOCUMENT_NAMES, 'picture');

await build({ logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
try {
  if (baselines) await takeBaselines();
  else {
    const server = await preview({ preview: { port: PORT, strictPort: true } });
    const address = `http://localhost:${PORT}/`;
    try {
      await takeDocuments(browser, address, documents);
      const missing = scenes ? await takeScenes(browser, { address, journeys, screens, languages, colours }) : [];
      for (const what of missing) console.error(what);
      if (missing.length > 0) process.exitCode = 1;
    } finally {
      await server.close();
    }
  }
} finally {
  await browser.close();
}
