/** What there is to see of a run. */
import type { ClassView } from './config.ts';

/** Images in rows and columns, bytes 0–255, row-major over the grid, each image row-major. */
export interface ImageGrid {
  readonly rows: number;
  readonly columns: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** rows · columns · height · width · channels bytes, image after image. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The class of each image, or null where there is none. */
  readonly labels: Uint8Array<ArrayBuffer> | null;
}

/** What G drew at one moment, with real digits beside it. */
export interface SampleGrid {
  readonly kind: 'images';
  readonly step: number;
  readonly classes: ClassView;
  readonly generated: ImageGrid;
  /** One row of real images: of the chosen class, or one of each. */
  readonly real: ImageGrid;
}

/** D over the plane at one moment, with the points that it tells apart. */
export interface PlaneView {
  readonly kind: 'plane';
  readonly step: number;
  /** Cells along each side of the square [−extent, extent]². */
  readonly side: number;
  readonly extent: number;
  /** D's output, before any sigmoid, at the centre of each cell: [side, side], rows from below, each from the left. */
  readonly values: Float32Array<ArrayBuffer>;
  /** The output at which D cannot tell real from generated. */
  readonly middle: number;
  /** [n, 2], the same at every moment. */
  readonly real: Float32Array<ArrayBuffer>;
  /** [n, 2], made of the same z at every moment. */
  readonly generated: Float32Array<ArrayBuffer>;
}

/** What there is to see of a run besides its curves. */
export type SampleView = SampleGrid | PlaneView;
