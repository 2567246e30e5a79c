/** Checks the built files against the size budgets: what a visitor has to fetch before the page works. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join('dist', 'assets');
const KILOBYTE = 1000;

/** Parts by the names that parts.ts gives, with budgets in kilobytes of gzip. */
const BUDGETS = [
  { part: 'page', says: 'first bundle', budget: 200, of: 'all' },
  // Nobody waits for all of these together.
  { part: 'later-recharts', says: 'Recharts', budget: 125, of: 'all' },
  { part: 'later', says: 'largest other later part', budget: 50, of: 'each' },
  // Fetched when somebody measures, looks inside or plays.
  { part: 'worker-later', says: 'largest later part of the worker', budget: 50, of: 'each' },
  { part: 'worker', says: 'worker: what training waits for', budget: 350, of: 'all' },
  // Fetched when something is saved.
  { part: 'export', says: 'export worker', budget: 120, of: 'all' },
  // A report is in one language.
  { part: 'words', says: 'texts in the export worker', budget: 50, of: 'each' },
] as const;

const files = readdirSync(ASSETS)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(ASSETS, file))).length / KILOBYTE }));

/** The first of the budgets that a file's name begins with. */
const partOf = (file: string) => BUDGETS.find(({ part }) => file.startsWith(`${part}-`))?.part;

const stranger = files.find(({ file }) => !partOf(file));
if (stranger) throw new Error(`${stranger.file} belongs to no part; see scripts/build/parts.ts.`);

const round = (kilobytes: number): number => Math.round(kilobytes * 10) / 10;
const rows = BUDGETS.map(({ part, says, budget, of }) => {
  const own = files.filter(({ file }) => partOf(file) === part);
  for (const { file, kilobytes } of own) console.log(`${String(round(kilobytes)).padStart(8)} kB  ${file}`);
  const sizes = own.map(({ kilobytes }) => kilobytes);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const judged = of === 'all' ? total : Math.max(0, ...sizes);
  const ok = own.length > 0 && judged <= budget;
  return {
    what: says,
    'kB gzip': round(judged),
    budget,
    ok,
    'all such files': own.length,
    'kB together': round(total),
  };
});
console.table(rows);

const over = rows.filter(({ ok }) => !ok).map(({ what }) => what);
if (over.length > 0) {
  console.error(`Missing or over budget: ${over.join(', ')}.`);
  process.exitCode = 1;
}
