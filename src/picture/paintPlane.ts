import type { PlaneView } from '../core/views.ts';
import { type Pixels, paintDots } from './paintDots.ts';
import { paintLevels } from './paintLevels.ts';
import type { PlanePalette } from './palette.ts';

export interface PlaneStyle {
  /** Between neighbouring levels. */
  readonly step: number;
  readonly palette: PlanePalette;
}

/** Sizes are for so many pixels each way, and grow with the picture. */
export const PLANE_DESIGNED_FOR = 440;
const REAL = 1.5;
const GENERATED = 2.1;

/** Level sets of D, real points, and over them generated ones, into a square picture. */
export function paintPlane(pixels: Pixels, view: PlaneView, { step, palette }: PlaneStyle): void {
  const { middle, real, generated, extent } = view;
  const unit = pixels.width / PLANE_DESIGNED_FOR;
  const { halo } = palette;
  paintLevels(view, { middle, step }, palette, pixels.width, pixels.data);
  paintDots(pixels, real, extent, { radius: REAL * unit, colour: palette.real, halo });
  paintDots(pixels, generated, extent, { radius: GENERATED * unit, colour: palette.generated, halo });
}
