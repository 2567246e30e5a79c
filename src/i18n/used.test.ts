/** Texts that nobody shows any more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languages } from './languages.ts';
import { leavesOf } from './testing/leaves.ts';
import type { PartName } from './texts.ts';

const src = join(import.meta.dirname, '..');

/** Every module that may show a text or name one, the texts themselves left out. */
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.tsx?$|(^|\/)testing\/|^i18n\/(translations|halls|parts|lessons|en\.ts)/.test(file),
  )
  .map((file) => readFileSync(join(src, file), 'utf8'));

/** Names that are written anywhere: behind a point, as a key, in quotes or by themselves. */
const written = new Set(code.flatMap((text) => text.match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? []));

/**
 * Whether every name on the way to a text is written somewhere: a way with one that is nowhere leads nobody there.
 * Signs of formulas are looked up one by one.
 */
const isReached = (path: readonly string[]): boolean =>
  path.every((name) => !/^[\p{L}_$][\p{L}\p{N}_$-]+$/u.test(name) || written.has(name));

it('every text is asked for by somebody', async () => {
  const { texts, parts } = languages.en;
  const names = Object.keys(parts) as PartName[];
  const trees = [await texts(), ...(await Promise.all(names.map((name) => parts[name]())))];
  const unused = trees.flatMap((tree) => leavesOf(tree)).filter(({ path }) => !isReached(path));
  expect(unused.map(({ path }) => path.join('.'))).toEqual([]);
});

it('one that is asked for by nobody is found', () => {
  expect(isReached(['page', 'name'])).toBe(true);
  expect(isReached(['page', ['never', 'Asked'].join('')])).toBe(false);
});
