import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { RunConfig } from '../../../src/core/config.ts';
import { SCALARS, type ScalarRows } from '../../../src/core/scalars.ts';
import { type BestModel, encodeCheckpoint, type Snapshot } from '../../../src/engine/headless.ts';
import type { ImageGrid, SampleView } from '../../../src/protocol/index.ts';
import { planePicture } from '../../lab/swiss-roll/picture.ts';

const GAP = 2;

/** A grid as one picture, white lines between its images. */
export function gridPicture({ rows, columns, height, width, channels, pixels }: ImageGrid): Uint8Array {
  const wide = columns * (width + GAP) - GAP;
  const high = rows * (height + GAP) - GAP;
  const data = new Uint8Array(wide * high * channels).fill(255);
  const line = width * channels;
  for (let image = 0; image < rows * columns; image++) {
    const left = (image % columns) * (width + GAP);
    const top = Math.floor(image / columns) * (height + GAP);
    for (let y = 0; y < height; y++) {
      const from = (image * height + y) * line;
      data.set(pixels.subarray(from, from + line), ((top + y) * wide + left) * channels);
    }
  }
  return encode({ width: wide, height: high, data, channels });
}

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

function picture(view: SampleView): Uint8Array {
  switch (view.kind) {
    case 'images':
      return gridPicture(view.generated);
    case 'plane':
      return planePicture(view);
    default:
      return view satisfies never;
  }
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
    [result.view.kind === 'images' ? 'grid.png' : 'plane.png', picture(result.view)],
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
