/** Runs as they are kept: what the rules of diagnosis read of them, thinned, a file for each. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCALARS, type ScalarName, type ScalarRows } from '../../../src/core/scalars.ts';
import type { DiagnosisCase } from './cases.ts';

/**
 * Steps of which one value is kept: the mean of what was measured in them. Rules look at D's scores in stretches of two
 * steps, and at the rest in windows of whole tens; variety is measured once in fifty.
 */
const KEPT = {
  scoreReal: 2,
  scoreFake: 2,
  lossReal: 10,
  lossFake: 10,
  gradientNorm: 10,
  variety: 50,
  varietyWithin: 50,
  varietyClass: 50,
} as const satisfies Partial<Record<ScalarName, number>>;
const DIGITS = 3;

type KeptName = keyof typeof KEPT;
const NAMES = Object.keys(KEPT) as readonly KeptName[];

/** A run as it was kept. */
export interface RecordedRun {
  /** What was trained: a record of a case that has changed since is of no use. */
  readonly of: Omit<DiagnosisCase, 'expected'>;
  /** True if it ended because a value was no longer finite. */
  readonly isNonFinite: boolean;
  /** The last step. */
  readonly last: number;
  /** Means of so many steps each, from the first on; null where nothing was measured. */
  readonly means: Readonly<Record<string, { readonly of: number; readonly values: readonly (number | null)[] }>>;
}

const FOLDER = join('scripts', 'lab', 'diagnosis', 'runs');

const fileOf = (name: string): string =>
  join(
    FOLDER,
    `${name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')}.json`,
  );

function trainedOf({ expected: _, ...trained }: DiagnosisCase): RecordedRun['of'] {
  return trained;
}

/** The record of a case as it is now, or null. */
export function readRecord(each: DiagnosisCase): RecordedRun | null {
  const file = fileOf(each.name);
  if (!existsSync(file)) return null;
  const found = JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
  return JSON.stringify(found.of) === JSON.stringify(trainedOf(each)) ? found : null;
}

export function writeRecord(run: RecordedRun): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(run.of.name), `${JSON.stringify(run)}\n`);
}

/** Collects what is kept of a run while it trains. */
export function createRecorder() {
  const sums = Object.fromEntries(NAMES.map((name) => [name, { sum: 0, count: 0 }])) as Record<
    KeptName,
    { sum: number; count: number }
  >;
  const kept = Object.fromEntries(NAMES.map((name) => [name, [] as (number | null)[]])) as Record<
    KeptName,
    (number | null)[]
  >;
  let last = 0;

  function addStep(step: number, measured: (name: ScalarName) => number): void {
    last = step;
    for (const name of NAMES) {
      const value = measured(name);
      const own = sums[name];
      if (!Number.isNaN(value)) {
        own.sum += value;
        own.count += 1;
      }
      if (step % KEPT[name] !== 0) continue;
      kept[name].push(own.count > 0 ? Number((own.sum / own.count).toPrecision(DIGITS)) : null);
      sums[name] = { sum: 0, count: 0 };
    }
  }

  return {
    add({ steps, values }: ScalarRows): void {
      for (const [row, step] of steps.entries()) {
        // Marks of an examination come as a second row of their step; rules do not read them.
        if (step === last) continue;
        addStep(step, (name) => values[row * SCALARS.length + SCALARS.indexOf(name)] as number);
      }
    },
    finish: (each: DiagnosisCase, isNonFinite: boolean): RecordedRun => ({
      of: trainedOf(each),
      isNonFinite,
      last,
      means: Object.fromEntries(NAMES.map((name) => [name, { of: KEPT[name], values: kept[name] }])),
    }),
  };
}
