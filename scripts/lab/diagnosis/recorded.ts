import { join } from 'node:path';
import type { ParamValues } from '../../../src/core/params.ts';

/** A run as it was kept. */
export interface RecordedRun {
  readonly name: string;
  readonly expected: string | null;
  readonly recipe: string;
  readonly data: string;
  readonly params: ParamValues;
  /** True if it ended because a value was no longer finite. */
  readonly isNonFinite: boolean;
  readonly steps: readonly number[];
  /** By the scalar's name; null where a step did not measure it. */
  readonly scalars: Readonly<Record<string, readonly (number | null)[]>>;
}

export const RECORDED = join('scripts', 'lab', 'diagnosis', 'recorded.json');
