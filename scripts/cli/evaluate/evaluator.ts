import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  createEvaluator,
  type Evaluator,
  type LoadedImages,
  type QualityOptions,
} from '../../../src/engine/headless.ts';
import type { Score } from '../../../src/metrics/score.ts';

export const DEFAULT_SAMPLES = 1000;

export interface ImageQuality extends QualityOptions {
  readonly evaluator: Evaluator;
  readonly data: LoadedImages;
}

/** On the current backend. */
export const shippedEvaluator = (): Evaluator =>
  createEvaluator(readFileSync(join('public', 'evaluator', 'evaluator.safetensors')));

/** The shipped evaluator, and how scripts measure with it. */
export function openQuality(data: LoadedImages, { samples = DEFAULT_SAMPLES, seed = 1 } = {}): ImageQuality {
  return { evaluator: shippedEvaluator(), data, samples, seed, pause: () => setImmediate() };
}

/** Scores by their ids. JSON has no infinity: it becomes null. */
export const byId = (scores: readonly Score[]): Readonly<Record<string, Omit<Score, 'id'>>> =>
  Object.fromEntries(scores.map(({ id, ...score }) => [id, score]));

/** Indented, but each list of numbers and each table row on one line. */
export const readableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/\[[\s\d.,e-]+\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
