/** Checks the built files against the size budgets: what a visitor has to fetch before the page works. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join('dist', 'assets');
const KILOBYTE = 1000;

/**
 * Kinds of parts, told apart by the names that parts.ts gives: which of the files, and the budget in kilobytes of gzip
 * for all of them together.
 */
const KINDS = [
  // What comes before anything can be pressed.
  { part: 'first bundle', name: /^page-/, budget: 200 },
  // The charts are fetched late, but by everybody and at once.
  { part: 'first bundle and charts', name: /^page-|^later-charts-/, budget: 250 },
  // Fetched on demand, so nobody waits for it.
  { part: 'other later parts', name: /^later-(?!charts-)/, budget: 50 },
  { part: 'worker', name: /^worker-/, budget: 350 },
] as const;

const files = readdirSync(ASSETS)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(ASSETS, file))).length / KILOBYTE }));

const stranger = files.find(({ file }) => !KINDS.some(({ name }) => name.test(file)));
if (stranger) throw new Error(`${stranger.file} belongs to no part; see scripts/build/parts.ts.`);

const round = (kilobytes: number): number => Math.round(kilobytes * 10) / 10;
for (const { file, kilobytes } of files) console.log(`${String(round(kilobytes)).padStart(8)} kB  ${file}`);

const rows = KINDS.map(({ part, name, budget }) => {
  const own = files.filter(({ file }) => name.test(file));
  const total = own.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  return { part, files: own.length, 'kB gzip': round(total), budget, ok: own.length > 0 && total <= budget };
});
console.table(rows);

const over = rows.filter(({ ok }) => !ok).map(({ part }) => part);
if (over.length > 0) {
  console.error(`Missing or over budget: ${over.join(', ')}.`);
  process.exitCode = 1;
}
