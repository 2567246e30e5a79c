/** Checks the built files against the size budgets: what a visitor has to fetch before the page works. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join('dist', 'assets');
const KILOBYTE = 1000;

/** Budgets in kilobytes of gzip; parts are told apart by the names that vite.config.ts gives. */
const BUDGETS = [
  { part: 'page', budget: 250 },
  // Fetched on demand, so nobody waits for it.
  { part: 'later', budget: 50 },
  { part: 'worker', budget: 350 },
] as const;

const files = readdirSync(ASSETS)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(ASSETS, file))).length / KILOBYTE }));

const strangers = files.filter(({ file }) => !BUDGETS.some(({ part }) => file.startsWith(`${part}-`)));
if (strangers.length > 0) throw new Error(`${strangers[0]?.file} belongs to no part; see vite.config.ts.`);

const round = (kilobytes: number): number => Math.round(kilobytes * 10) / 10;
const rows = BUDGETS.map(({ part, budget }) => {
  const own = files.filter(({ file }) => file.startsWith(`${part}-`));
  const total = own.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  for (const { file, kilobytes } of own) console.log(`${String(round(kilobytes)).padStart(8)} kB  ${file}`);
  return { part, files: own.length, 'kB gzip': round(total), budget, ok: own.length > 0 && total <= budget };
});
console.table(rows);

const over = rows.filter(({ ok }) => !ok).map(({ part }) => part);
if (over.length > 0) {
  console.error(`Missing or over budget: ${over.join(', ')}.`);
  process.exitCode = 1;
}
