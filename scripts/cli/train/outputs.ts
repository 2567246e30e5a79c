import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SCALARS, type ScalarName, type ScalarRows } from '../../../src/core/scalars.ts';
import { type Checkpoint, encodeCheckpoint } from '../../../src/engine/headless.ts';
import { csvOf } from '../../../src/exports/formats/csv.ts';
import { pngOf } from '../../../src/exports/png.ts';
import type { SampleView } from '../../../src/protocol/index.ts';
import type { RunLog } from '../../../src/record/log.ts';
import { withLog } from '../../../src/record/record.ts';

/** What was measured, as a record has it: rows of one step are joined. */
export function columnsOf(parts: readonly ScalarRows[]): Pick<RunLog, 'steps' | 'columns'> {
  const rows = new Map<number, Float32Array>();
  for (const { steps, values } of parts) {
    for (const [row, step] of steps.entries()) {
      const before = rows.get(step);
      const found = values.subarray(row * SCALARS.length, (row + 1) * SCALARS.length);
      rows.set(
        step,
        found.map((value, i) => (Number.isNaN(value) ? (before?.[i] ?? value) : value)),
      );
    }
  }
  const all = [...rows.values()];
  return {
    steps: Float64Array.from(rows.keys()),
    columns: new Map(SCALARS.map((name, at) => [name, Float32Array.from(all, (row) => row[at] as number)])),
  };
}

/** What a run had shown, and what it has shown since. */
function joined(before: RunLog, rows: readonly ScalarRows[], view: SampleView): RunLog {
  const since = columnsOf(rows);
  const column = (name: ScalarName): Float32Array => {
    const earlier = before.columns.get(name) ?? new Float32Array(before.steps.length).fill(Number.NaN);
    return Float32Array.from([...earlier, ...(since.columns.get(name) ?? [])]);
  };
  return {
    ...before,
    steps: Float64Array.from([...before.steps, ...since.steps]),
    columns: new Map(SCALARS.map((name) => [name, column(name)])),
    frames: [...before.frames.filter(({ step }) => step < view.step), view],
  };
}

/**
 * Writes the files.
 *
 * @param where `out` is a folder, `record` a file; null for none
 * @returns their paths
 */
export async function writeOutputs(
  where: { readonly out: string | null; readonly record: string | null },
  result: Checkpoint & {
    readonly view: SampleView;
    readonly before: RunLog;
    readonly rows: readonly ScalarRows[];
  },
): Promise<string[]> {
  const { view, before, rows, config, best } = result;
  const log = joined(before, rows, view);
  const whole = new Uint8Array(await (await withLog(new Blob([encodeCheckpoint(result)]), log)).arrayBuffer());
  const files: [string, string | Uint8Array][] = [];
  if (where.out !== null) {
    const { out } = where;
    files.push(
      [join(out, view.kind === 'images' ? 'grid.png' : 'plane.png'), pngOf(view, view.kind === 'plane' ? 2 : 1)],
      [join(out, 'log.csv'), csvOf(log)],
      [join(out, 'checkpoint.safetensors'), whole],
    );
    if (best) files.push([join(out, 'best.safetensors'), encodeCheckpoint({ config, snapshot: best.snapshot })]);
  }
  if (where.record !== null) files.push([where.record, whole]);
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return files.map(([path]) => path);
}
