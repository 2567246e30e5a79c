import type { ClassView } from '../../core/config.ts';
import { initialState, openStream } from '../../core/random.ts';
import type { ImageSpec, Plan } from '../../gan/plan.ts';
import { drawLatent } from '../step/latent.ts';

/** What G is asked to draw: fixed for a run, so that grids of different steps can be compared. */
export interface GridRequest {
  readonly rows: number;
  readonly columns: number;
  /** [rows · columns, latent.size], flat */
  readonly latent: Float32Array;
  /** [rows · columns], or null for recipes without classes */
  readonly labels: Int32Array | null;
}

/** Columns of a grid that shows all classes: each class once, or several times where there are few. */
const MOST_COLUMNS = 20;
const FEWEST_COLUMNS = 10;

/**
 * The latent points and classes behind a grid. With classes, `all` shows one class in each column and one z in
 * each row (a few where classes repeat); a single class shows as many different z.
 */
export function requestGrid(plan: Plan, seed: number, classes: ClassView): GridRequest {
  const { size } = plan.latent;
  const conditional = plan.classes > 0;
  const rows = conditional ? 10 : plan.grid.rows;
  const shown = Math.min(plan.classes, MOST_COLUMNS);
  const repeats = Math.max(1, Math.floor(FEWEST_COLUMNS / Math.max(1, shown)));
  const columns = conditional && classes === 'all' ? shown * repeats : plan.grid.columns;
  const count = rows * columns;

  const stream = openStream(initialState(seed, 'grid'));
  const points = drawLatent(plan.latent, count, stream);
  if (!conditional) return { rows, columns, latent: points, labels: null };
  if (classes !== 'all') return { rows, columns, latent: points, labels: new Int32Array(count).fill(classes) };

  const latent = new Float32Array(count * size);
  const labels = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const column = i % columns;
    const point = Math.floor(i / columns) * repeats + Math.floor(column / shown);
    latent.set(points.subarray(point * size, (point + 1) * size), i * size);
    labels[i] = column % shown;
  }
  return { rows, columns, latent, labels };
}

/** Pixel values in the plan's range as bytes. */
export function toBytes(values: Float32Array, range: ImageSpec['range']): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(values.length);
  const [scale, shift] = range === 'symmetric' ? [127.5, 127.5] : [255, 0];
  for (let i = 0; i < values.length; i++) bytes[i] = (values[i] as number) * scale + shift;
  return bytes;
}

/** An erratum of popular code: each image stretched so that its darkest value is 0 and its brightest 255. */
export function stretch(pixels: Uint8ClampedArray, size: number): void {
  for (let from = 0; from < pixels.length; from += size) {
    const image = pixels.subarray(from, from + size);
    const low = Math.min(...image);
    const span = Math.max(...image) - low || 1;
    for (let i = 0; i < size; i++) image[i] = (((image[i] as number) - low) * 255) / span;
  }
}
