/** For command lines, which speak English. */
import { EngineError } from '../../core/errors.ts';
import { NetworkError } from '../../core/network.ts';
import type { Problem } from '../../core/problems.ts';
import { problems } from './english.ts';
import { say } from './words.ts';

export const inEnglish = (problem: Problem): string => say(problems, problem);

/** Whatever was thrown, in words. */
export function explain(thrown: unknown): string {
  if (thrown instanceof EngineError || thrown instanceof NetworkError) return inEnglish(thrown.problem);
  return thrown instanceof Error ? thrown.message : String(thrown);
}
