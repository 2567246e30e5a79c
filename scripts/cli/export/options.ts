import type { About } from '../../../src/exports/exporter.ts';
import { abouts, findAbout } from '../../../src/exports/list.ts';
import { readArguments, UsageError } from '../../options.ts';

export type ExportOptions =
  /** Of one record, or, where it is null, of all. */
  | { readonly kind: 'list'; readonly record: string | null }
  | { readonly kind: 'write'; readonly record: string; readonly exports: readonly About[]; readonly out: string };

const known = (): string => abouts.map(({ id }) => id).join(', ');

function exportsOf(text: string): readonly About[] {
  const ids = text === 'all' ? abouts.map(({ id }) => id) : text.split(',');
  return ids.map((id) => {
    const about = findAbout(id);
    if (!about) throw new UsageError(`There is no export “${id}”. There are ${known()}.`);
    return about;
  });
}

/** @throws UsageError that says what is wrong and what would be right. */
export function readOptions(args: readonly string[]): ExportOptions {
  const { values, words } = readArguments(
    {
      command: 'npm run export',
      about: 'Makes files of a run’s record for other programs.',
      words: { usage: 'RECORD', name: 'RECORD', says: 'as the page saves a run, or npm run train --out writes it' },
      options: {
        as: { takes: 'ID,…', says: `what to make, or all that the run has:\n${known()}` },
        out: { takes: 'DIR', says: 'writes the files there, by the record’s name' },
        list: { says: 'says what there is, or what there is of RECORD' },
      },
    },
    args,
  );
  const [record, ...others] = words;
  if (others.length > 0) throw new UsageError(`npm run export takes one record, not ${words.length}.`);
  if (values.list) return { kind: 'list', record: record ?? null };
  if (record === undefined) throw new UsageError('The record is missing: npm run export -- RECORD --as ID --out DIR.');
  if (values.as === undefined) throw new UsageError(`--as ID is missing. There are ${known()}.`);
  if (values.out === undefined) throw new UsageError('--out DIR is missing.');
  return { kind: 'write', record, exports: exportsOf(values.as), out: values.out };
}
