/** A record, opened, and files made of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve as absolute, basename, join } from 'node:path';
import { resolve } from '../../../src/engine/headless.ts';
import type { About, ExportSource } from '../../../src/exports/exporter.ts';
import { abouts } from '../../../src/exports/list.ts';
import { makeExport, openSource } from '../../../src/exports/makers.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { readRecord } from '../../../src/record/record.ts';
import { readBytes, UsageError } from '../../options.ts';
import type { ExportOptions } from './options.ts';

async function openRecord(path: string): Promise<ExportSource> {
  const record = new Blob([readBytes(path)]);
  const { plan, data } = resolve((await readRecord(record)).config);
  return openSource(record, { plan, data }, { languageId: 'en', language: languages.en, address: null });
}

/** A line for each: its id, what it is of, and how its file's name ends. */
function listOf(some: readonly About[]): string {
  const width = Math.max(...some.map(({ id }) => id.length)) + 2;
  return some.map(({ id, subject, suffix }) => `${id.padEnd(width)}${subject.padEnd(9)}${suffix}`).join('\n');
}

async function write({ record, exports, out }: Extract<ExportOptions, { kind: 'write' }>): Promise<readonly string[]> {
  const source = await openRecord(record);
  const missing = exports.find(({ suits }) => !suits(source));
  const all = exports.length === abouts.length;
  if (missing && !all) throw new UsageError(`This run has no export “${missing.id}”; --list RECORD says what it has.`);
  const name = basename(record).replace(/\.safetensors$/, '');
  mkdirSync(out, { recursive: true });
  const paths: string[] = [];
  for (const { id, suffix, suits } of exports) {
    if (!suits(source)) continue;
    const path = join(out, name + suffix);
    if (absolute(path) === absolute(record))
      throw new UsageError(`${path} is the record itself; --out must be elsewhere.`);
    writeFileSync(path, await makeExport(id, source));
    paths.push(path);
  }
  return paths;
}

/**
 * Does what was asked for.
 *
 * @returns what there is to say of it
 * @throws EngineError that says what is wrong with the record, UsageError what with the arguments
 */
export async function carryOut(options: ExportOptions): Promise<string> {
  switch (options.kind) {
    case 'list': {
      const source = options.record === null ? null : await openRecord(options.record);
      return listOf(abouts.filter(({ suits }) => source === null || suits(source)));
    }
    case 'write':
      return (await write(options)).join('\n');
    default:
      return options satisfies never;
  }
}
