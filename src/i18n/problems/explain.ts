/** For command lines, which speak English. */
import type { Device } from '../../core/backends.ts';
import { EngineError } from '../../core/errors.ts';
import { NetworkError } from '../../core/network.ts';
import type { Problem, Problems } from '../../core/problems.ts';
import { problems } from './english.ts';
import { bringProblems } from './files.ts';
import { devices } from './notes.ts';
import { say, type Words } from './words.ts';

const words: Words<Problems> = { ...problems, ...bringProblems };

export const inEnglish = (problem: Problem): string => say(words, problem);

export const deviceInEnglish = (device: Device): string => say(devices, device);

/** Whatever was thrown, in words. */
export function explain(thrown: unknown): string {
  if (thrown instanceof EngineError || thrown instanceof NetworkError) return inEnglish(thrown.problem);
  return thrown instanceof Error ? thrown.message : String(thrown);
}
