/** Of a whole record what is shipped: light weights, a thin history, the pictures, and what the model scored. */
import { constants, gzipSync } from 'node:zlib';
import type { ScalarName } from '../../../src/core/scalars.ts';
import type { Measured } from '../../../src/core/score.ts';
import { decodeCheckpoint, encodeLight, resolve } from '../../../src/engine/headless.ts';
import type { RunLog } from '../../../src/record/log.ts';
import { readRecord, withLog } from '../../../src/record/record.ts';
import { picturesOf } from './train.ts';

/** As many steps of the history as a small chart can show. */
const MOST_ROWS = 240;
/** Variety is measured every so many steps, and everything else more often. */
const EVERY = 50;
/** D's gradient is traced at the first step of every ten. */
const TRACED = 1;
/** What is measured at every so many steps, and not at those of the trace. */
const SPARSE: readonly string[] = [
  'variety',
  'varietyWithin',
  'varietyClass',
  'accuracyValidation',
  'accuracyTest',
] satisfies ScalarName[];
/** The steps before that, in which most happens, more closely. */
const EARLY = 10;

/**
 * Each n-th measured step as it was, and the last; a few pictures. Of the step before each, at which alone variety is
 * measured, nothing but that is kept: two steps beside each other would make a line a saw.
 */
function thinned({ steps, columns, frames, ...rest }: RunLog): RunLog {
  const last = steps.at(-1) ?? 0;
  const pictures = picturesOf(last);
  const stride = EVERY * Math.ceil(last / EVERY / MOST_ROWS);
  const isOf = (step: number, place: number): boolean =>
    step % stride === place || (step <= EVERY && step % EARLY === place);
  const isWhole = (step: number): boolean => step === last || isOf(step, TRACED);
  const rows = [...steps.keys()].filter((row) => isWhole(steps[row] as number) || isOf(steps[row] as number, 0));
  return {
    ...rest,
    frames: frames.filter(({ step }) => pictures.includes(step)),
    steps: Float64Array.from(rows, (row) => steps[row] as number),
    columns: new Map(
      [...columns].map(([name, values]) => [
        name,
        Float32Array.from(rows, (row) =>
          SPARSE.includes(name) || isWhole(steps[row] as number) ? (values[row] as number) : Number.NaN,
        ),
      ]),
    ),
  };
}

/** The weights that are shipped, as a checkpoint: averages stand in for them where it is those that are drawn or examined. */
export function lightOf(whole: Uint8Array): Uint8Array<ArrayBuffer> {
  const checkpoint = decodeCheckpoint(whole);
  const { sampling, supervision } = resolve(checkpoint.config).plan;
  return encodeLight(checkpoint, [
    ...(sampling.weights === 'average' ? (['average'] as const) : []),
    ...(supervision ? (['classifier'] as const) : []),
  ]);
}

/** @returns the record that is shipped, packed by gzip */
export async function packed(
  light: Uint8Array<ArrayBuffer>,
  log: RunLog,
  scores: readonly Measured[],
): Promise<Uint8Array<ArrayBuffer>> {
  const record = await withLog(new Blob([light]), { ...thinned(log), scores });
  return new Uint8Array(gzipSync(await record.arrayBuffer(), { level: constants.Z_BEST_COMPRESSION }));
}

/** What the whole run has shown. */
export const logOf = async (whole: Uint8Array<ArrayBuffer>): Promise<RunLog> =>
  (await readRecord(new Blob([whole]))).log;
