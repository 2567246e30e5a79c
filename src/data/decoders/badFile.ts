import { EngineError } from '../../core/errors.ts';

/** Where in what was brought: a file, an entry in it, and a byte of the file, or of the entry if one is named. */
export interface Place {
  readonly file: string;
  readonly entry?: string;
  readonly at?: number;
}

const LONGEST_NAME = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names come out of hostile files
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A name out of a file, fit to be shown: printable, and its end where it is long. */
export function showName(name: string): string {
  const printable = name.replace(UNPRINTABLE, '·');
  return printable.length > LONGEST_NAME ? `…${printable.slice(1 - LONGEST_NAME)}` : printable;
}

/** 1234567 → “1,234,567”. */
export const showCount = (n: number): string => n.toLocaleString('en');

export const showBytes = (bytes: number): string =>
  bytes < 2 ** 20 ? `${showCount(bytes)} bytes` : `${showCount(Math.ceil(bytes / 2 ** 20))} MiB`;

export const FETCH_AGAIN = 'fetch or copy the file again';

/**
 * One sentence: where, what is wrong there, and what to do.
 *
 * @param what goes on after a colon
 * @param advice goes on after a semicolon
 */
export function badFile({ file, entry, at }: Place, what: string, advice: string, cause?: unknown): EngineError {
  const where = [showName(file), entry && showName(entry), at !== undefined && `byte ${showCount(at)}`];
  return new EngineError('bad-file', `${where.filter(Boolean).join(', ')}: ${what}; ${advice}.`, { cause });
}
