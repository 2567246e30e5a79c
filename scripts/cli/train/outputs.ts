import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { RunConfig } from '../../../src/core/config.ts';
import { SCALARS, type ScalarRows } from '../../../src/core/scalars.ts';
import { type BestModel, encodeCheckpoint, type Snapshot } from '../../../src/engine/headless.ts';
import { paintView } from '../../../src/picture/paintView.ts';
import type { SampleView } from '../../../src/protocol/index.ts';

/** One line for each step; what was not measured is empty. Rows of one step are joined. */
export function csvLog(parts: readonly ScalarRows[]): string {
  const lines = new Map<number, readonly (number | '')[]>();
  for (const { steps, values } of parts) {
    for (const [row, step] of steps.entries()) {
      const cells = Array.from(values.subarray(row * SCALARS.length, (row + 1) * SCALARS.length));
      const before = lines.get(step);
      lines.set(
        step,
        cells.map((value, i) => (Number.isNaN(value) ? (before?.[i] ?? '') : value)),
      );
    }
  }
  const text = Array.from(lines, ([step, cells]) => [step, ...cells].join(','));
  return `${['step', ...SCALARS].join(',')}\n${text.join('\n')}\n`;
}

function pngOf(view: SampleView): Uint8Array {
  const { width, height, data } = paintView(view, view.kind === 'plane' ? 2 : 1);
  return encode({ width, height, data: new Uint8Array(data.buffer), channels: 4 });
}

/** Writes the files and returns their paths. */
export function writeOutputs(
  directory: string,
  result: {
    readonly view: SampleView;
    readonly rows: readonly ScalarRows[];
    readonly config: RunConfig;
    readonly snapshot: Snapshot;
    readonly best?: BestModel;
  },
): string[] {
  mkdirSync(directory, { recursive: true });
  const files: [string, string | Uint8Array][] = [
    [result.view.kind === 'images' ? 'grid.png' : 'plane.png', pngOf(result.view)],
    ['log.csv', csvLog(result.rows)],
    ['checkpoint.safetensors', encodeCheckpoint(result)],
  ];
  if (result.best)
    files.push(['best.safetensors', encodeCheckpoint({ config: result.config, snapshot: result.best.snapshot })]);
  return files.map(([name, content]) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  });
}
