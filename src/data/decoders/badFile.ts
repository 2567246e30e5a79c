import { EngineError } from '../../core/errors.ts';
import type { FileFault, Place } from '../../core/problems/files.ts';

export type { Place } from '../../core/problems/files.ts';

const LONGEST_NAME = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names come out of hostile files
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A name out of a file, fit to be shown: printable, and its end where it is long. */
export function showName(name: string): string {
  const printable = name.replace(UNPRINTABLE, '·');
  return printable.length > LONGEST_NAME ? `…${printable.slice(1 - LONGEST_NAME)}` : printable;
}

/** The error for a file that is not what it should be: where, and what is wrong there. */
export function badFile({ file, entry, ...at }: Place, fault: FileFault, cause?: unknown): EngineError {
  const place = { file: showName(file), ...(entry && { entry: showName(entry) }), ...at };
  return new EngineError('bad-file', { code: 'file.bad', place, fault }, { cause });
}
