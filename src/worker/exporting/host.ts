/** The export worker's side: reads records, makes one export of each, and answers once. */
import { zip } from 'fflate';
import { EngineError } from '../../core/errors.ts';
import { findAbout } from '../../exports/list.ts';
import { makeExport, openSource } from '../../exports/makers.ts';
import { languages } from '../../i18n/languages.ts';
import type { ExportAnswer, ExportRequest } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const ZIP = 'application/zip';

const bytesOf = (content: Uint8Array<ArrayBuffer> | string): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const zipped = (files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> =>
  new Promise((resolve, reject) => zip(files, (error, data) => (error ? reject(error) : resolve(data))));

async function answer({ id, runs, languageId, address }: ExportRequest): Promise<ExportAnswer> {
  const reader = { languageId, language: languages[languageId], address };
  const about = findAbout(id);
  if (!about) throw new Error(`There is no export ${id}.`);
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (const { name, record, ...run } of runs)
    files[name + about.suffix] = bytesOf(await makeExport(id, await openSource(record, run, reader)));
  const [only, ...others] = Object.values(files);
  if (only && others.length === 0) return { kind: 'made', file: new Blob([only], { type: about.type }), zipped: false };
  const archive = new Uint8Array(await zipped(files));
  return { kind: 'made', file: new Blob([archive], { type: ZIP }), zipped: true };
}

self.onmessage = async ({ data }: MessageEvent<ExportRequest>): Promise<void> => {
  const told = await answer(data).catch(
    (thrown: unknown): ExportAnswer => ({ kind: 'failed', error: EngineError.from(thrown).toData() }),
  );
  self.postMessage(told);
};
