import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { SCALARS, type ScalarRows } from '../../src/core/scalars.ts';
import { type Checkpoint, encodeCheckpoint } from '../../src/engine/checkpoint.ts';
import type { ImageGrid, SampleView } from '../../src/worker/protocol.ts';
import { planePicture } from '../swiss-roll/picture.ts';

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

/** One line for each step; what was not measured is empty. */
export function csvLog(parts: readonly ScalarRows[]): string {
  const lines = parts.flatMap(({ steps, values }) =>
    Array.from(steps, (step, row) => {
      const cells = Array.from(values.subarray(row * SCALARS.length, (row + 1) * SCALARS.length));
      return [step, ...cells.map((value) => (Number.isNaN(value) ? '' : value))].join(',');
    }),
  );
  return `${['step', ...SCALARS].join(',')}\n${lines.join('\n')}\n`;
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

/** Writes the three files and returns their paths. */
export function writeOutputs(
  directory: string,
  result: { readonly view: SampleView; readonly rows: readonly ScalarRows[]; readonly checkpoint: Checkpoint },
): string[] {
  mkdirSync(directory, { recursive: true });
  const files: [string, string | Uint8Array][] = [
    [result.view.kind === 'images' ? 'grid.png' : 'plane.png', picture(result.view)],
    ['log.csv', csvLog(result.rows)],
    ['checkpoint.safetensors', encodeCheckpoint(result.checkpoint)],
  ];
  return files.map(([name, content]) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  });
}
