/** Of a whole record what is shipped: light weights, a thin history, the pictures, and what the model scored. */
import { constants, gzipSync } from 'node:zlib';
import type { Measured } from '../../../src/core/score.ts';
import { decodeCheckpoint, encodeLight, resolve } from '../../../src/engine/headless.ts';
import type { RunLog } from '../../../src/record/log.ts';
import { readRecord, withLog } from '../../../src/record/record.ts';

/** As many steps of the history as a curve on a small chart can show. */
const MOST_ROWS = 240;
/** Variety is measured every so many steps, and everything else more often. */
const EVERY = 50;

/** Each n-th measured step as it was, and the last. */
export function thinned({ steps, columns, ...rest }: RunLog): RunLog {
  const last = steps.at(-1) ?? 0;
  // The early steps of a short run are measured one by one, and most happens there.
  const stride = EVERY * Math.ceil(last / EVERY / MOST_ROWS);
  const rows = [...steps.keys()].filter((row) => {
    const step = steps[row] as number;
    return step === last || step % stride === 0 || (step <= EVERY && step % 10 === 0);
  });
  const kept = [...columns].map(([name, values]) => [name, Float32Array.from(rows, (row) => values[row] as number)]);
  return {
    ...rest,
    steps: Float64Array.from(rows, (row) => steps[row] as number),
    columns: new Map(kept as [never, Float32Array][]),
  };
}

/** @returns the record that is shipped, packed by gzip. */
export async function shipped(whole: Uint8Array<ArrayBuffer>, scores: readonly Measured[]): Promise<Uint8Array> {
  const checkpoint = decodeCheckpoint(whole);
  const { plan } = resolve(checkpoint.config);
  const { log } = await readRecord(new Blob([whole]));
  // What is drawn and examined are the averages, so it is they that are kept.
  const light = encodeLight(checkpoint, [
    ...(plan.sampling.weights === 'average' ? (['average'] as const) : []),
    ...(plan.supervision ? (['classifier'] as const) : []),
  ]);
  const record = await withLog(new Blob([light]), { ...thinned(log), scores });
  return gzipSync(await record.arrayBuffer(), { level: constants.Z_BEST_COMPRESSION });
}
