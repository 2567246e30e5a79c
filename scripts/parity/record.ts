/** What PyTorch found, kept as a few numbers for each tensor, so that every machine can compare. */
import { join } from 'node:path';
import type { Difference, Digest } from './compare.ts';
import { digestOf, scalesOf } from './compare.ts';
import type { Tensors } from './ours.ts';

export const RECORD = join('scripts', 'parity', 'recorded.json');

/** By the case's name: the plan that it belongs to, and each tensor's digest in the order of the names. */
export type Recorded = Readonly<Record<string, { readonly hash: string; readonly values: readonly Digest[] }>>;

/** Weights after the step follow from the gradients; running statistics do not, nor do an optimiser's. */
const isKept = (name: string): boolean => !name.startsWith('after,') || /\.running(Mean|Variance)$/.test(name);

const keptNames = (tensors: Tensors): string[] => [...tensors.keys()].filter(isKept).toSorted();

/** Eight digits are more than single precision holds. */
const rounded = (digest: Digest): Digest => digest.map((value) => Number(value.toPrecision(8)));

export const digests = (tensors: Tensors): Digest[] =>
  keptNames(tensors).map((name) => rounded(digestOf(tensors.get(name) as ArrayLike<number>)));

/** A projection on a random direction may be a few times as long as the difference itself. */
const PROJECTION_SHARE = 3;

const TO_RECORD = 'Run npm run parity -- --record where PyTorch is.';

/**
 * Our tensors beside the record.
 *
 * @throws Error if there is no record for this very plan.
 */
export function compareWithRecord(name: string, hash: string, ours: Tensors, recorded: Recorded): Difference[] {
  const entry = recorded[name];
  const names = keptNames(ours);
  if (!entry) throw new Error(`“${name}” is not recorded yet. ${TO_RECORD}`);
  if (entry.hash !== hash || entry.values.length !== names.length)
    throw new Error(`“${name}” has changed since it was recorded. ${TO_RECORD}`);
  const recordedNorms = new Map(names.map((tensor, i) => [tensor, Math.abs(entry.values[i]?.[0] as number)]));
  const scales = scalesOf(recordedNorms);
  return names.map((tensor, i) => {
    const expected = entry.values[i] as Digest;
    const found = digestOf(ours.get(tensor) as ArrayLike<number>);
    const scale = scales.get(tensor) as number;
    const relative = found.map(
      (value, j) => Math.abs(value - (expected[j] as number)) / scale / (j ? PROJECTION_SHARE : 1),
    );
    return { tensor, relative: Math.max(...relative) };
  });
}
