import type { PlaneView, SampleView } from '../../core/views.ts';
import { levelStep } from '../../picture/levels.ts';
import { oneImage } from '../../picture/oneImage.ts';
import { paint } from '../../picture/paintGrid.ts';
import { paintLevels } from '../../picture/paintLevels.ts';
import { cssColour, type PlanePalette } from '../../picture/palette.ts';

/** Pixels on each side of a thumbnail of the plane. */
const SIDE = 56;

function paintPlane(context: CanvasRenderingContext2D, view: PlaneView, palette: PlanePalette): void {
  const image = context.createImageData(SIDE, SIDE);
  const step = levelStep(view.values, view.middle, null);
  paintLevels(view, { middle: view.middle, step }, palette, SIDE, image.data);
  context.putImageData(image, 0, 0);
  const at = (value: number): number => ((value / view.extent + 1) * SIDE) / 2;
  context.fillStyle = cssColour(palette.generated);
  const { generated } = view;
  for (let i = 0; i < generated.length; i += 2)
    context.fillRect(at(generated[i] as number) - 0.5, SIDE - at(generated[i + 1] as number) - 0.5, 1, 1);
}

/** Draws what is told apart at the size of a thumb: one image, or the plane. */
export function paintThumb(canvas: HTMLCanvasElement, view: SampleView, palette: PlanePalette): void {
  const { width, height } = view.kind === 'images' ? view.generated : { width: SIDE, height: SIDE };
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return;
  switch (view.kind) {
    case 'images': {
      const image = context.createImageData(width, height);
      // The same z at every step.
      paint(oneImage(view.generated, 0), image.data);
      context.putImageData(image, 0, 0);
      return;
    }
    case 'plane':
      paintPlane(context, view, palette);
      return;
    default:
      view satisfies never;
  }
}
