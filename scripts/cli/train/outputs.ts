import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCALARS, type ScalarRows } from '../../../src/core/scalars.ts';
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

/** Writes the files and returns their paths. */
export async function writeOutputs(
  directory: string,
  result: Checkpoint & {
    readonly view: SampleView;
    readonly rows: readonly ScalarRows[];
  },
): Promise<string[]> {
  mkdirSync(directory, { recursive: true });
  const { view, rows, config, best } = result;
  const measured = columnsOf(rows);
  const log: RunLog = { ...measured, scores: [], events: [], frames: [view] };
  const record = await withLog(new Blob([encodeCheckpoint(result)]), log);
  const files: [string, string | Uint8Array][] = [
    [view.kind === 'images' ? 'grid.png' : 'plane.png', pngOf(view, view.kind === 'plane' ? 2 : 1)],
    ['log.csv', csvOf(measured)],
    ['checkpoint.safetensors', new Uint8Array(await record.arrayBuffer())],
  ];
  if (best) files.push(['best.safetensors', encodeCheckpoint({ config, snapshot: best.snapshot })]);
  return files.map(([name, content]) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  });
}
