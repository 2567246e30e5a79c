import { oneImage } from '../../picture/oneImage.ts';
import type { Deal, ImageGrid } from '../../protocol/index.ts';

/** One of the images that were dealt, by itself. */
export const imageOf = ({ height, width, channels, pixels, real }: Deal, round: number): ImageGrid =>
  oneImage({ rows: real.length, columns: 1, height, width, channels, pixels, labels: null }, round);
