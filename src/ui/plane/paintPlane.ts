import { gradientArrows } from '../../picture/levels.ts';
import { paintLevels } from '../../picture/paintLevels.ts';
import { cssColour, type PlanePalette } from '../../picture/palette.ts';
import type { PlaneView } from '../../protocol/index.ts';
import { paintDots } from './paintDots.ts';

interface PlaneStyle {
  /** Between neighbouring levels. */
  readonly step: number;
  readonly arrows: boolean;
  readonly palette: PlanePalette;
}

/** Sizes are for a canvas of so many pixels, and grow with it. */
const DESIGNED_FOR = 440;
const ARROWS_ACROSS = 16;
/** The steepest arrow, in units of the distance between two. */
const LONGEST = 0.85;
const HEAD = 3.2;

/** Draws a plane into a square canvas: level sets, real points, generated points, and arrows if asked for. */
export function paintPlane(context: CanvasRenderingContext2D, view: PlaneView, { step, arrows, palette }: PlaneStyle) {
  const size = context.canvas.width;
  const unit = size / DESIGNED_FOR;
  const image = pixelsOf(context, size);
  paintLevels(view, { middle: view.middle, step }, palette, size, image.data);
  const { real, generated, extent } = view;
  paintDots(image, real, extent, { radius: 1.5 * unit, colour: palette.real, halo: palette.halo });
  paintDots(image, generated, extent, { radius: 2.1 * unit, colour: palette.generated, halo: palette.halo });
  context.putImageData(image, 0, 0);
  if (arrows) paintArrows(context, view, palette, unit);
}

/** A megabyte of pixels for each picture would keep the garbage collector busy. */
const pixels = new WeakMap<CanvasRenderingContext2D, ImageData>();

function pixelsOf(context: CanvasRenderingContext2D, size: number): ImageData {
  const kept = pixels.get(context);
  if (kept?.width === size) return kept;
  const made = context.createImageData(size, size);
  pixels.set(context, made);
  return made;
}

/** Along ∇D, longest where D is steepest. */
function paintArrows(context: CanvasRenderingContext2D, view: PlaneView, palette: PlanePalette, unit: number): void {
  const size = context.canvas.width;
  const found = gradientArrows(view, view.extent, ARROWS_ACROSS);
  const steepest = Math.max(...found.map(({ dx, dy }) => Math.hypot(dx, dy)), Number.MIN_VALUE);
  const longest = (LONGEST * size) / ARROWS_ACROSS;
  const lines = new Path2D();
  const heads = new Path2D();
  for (const { x, y, dx, dy } of found) {
    const norm = Math.hypot(dx, dy);
    // The root, so that gentle slopes are seen beside steep ones.
    const length = longest * Math.sqrt(norm / steepest);
    if (length < HEAD * unit) continue;
    const [right, down] = [dx / norm, -dy / norm];
    const [fromX, fromY] = [x * size - (right * length) / 2, (1 - y) * size - (down * length) / 2];
    const [toX, toY] = [fromX + right * length, fromY + down * length];
    lines.moveTo(fromX, fromY);
    lines.lineTo(toX, toY);
    const head = HEAD * unit;
    heads.moveTo(toX + right * head, toY + down * head);
    heads.lineTo(toX - down * head * 0.75, toY + right * head * 0.75);
    heads.lineTo(toX + down * head * 0.75, toY - right * head * 0.75);
    heads.closePath();
  }
  context.strokeStyle = cssColour(palette.middle, 0.75);
  context.lineWidth = 1.2 * unit;
  context.stroke(lines);
  context.fillStyle = cssColour(palette.middle, 0.75);
  context.fill(heads);
}
