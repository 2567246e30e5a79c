import { gradientArrows } from '../../picture/levels.ts';
import { PLANE_DESIGNED_FOR, type PlaneStyle, paintPlane } from '../../picture/paintPlane.ts';
import { cssColour, type PlanePalette } from '../../picture/palette.ts';
import type { PlaneView } from '../../protocol/index.ts';

const ARROWS_ACROSS = 16;
/** The steepest arrow, in units of the distance between two. */
const LONGEST = 0.85;
const HEAD = 3.2;

/** Draws a plane into a square canvas: level sets, real points, generated points, and arrows if asked for. */
export function paintCanvas(
  context: CanvasRenderingContext2D,
  view: PlaneView,
  { arrows, ...style }: PlaneStyle & { readonly arrows: boolean },
): void {
  const size = context.canvas.width;
  const image = pixelsOf(context, size);
  paintPlane(image, view, style);
  context.putImageData(image, 0, 0);
  if (arrows) paintArrows(context, view, style.palette, size / PLANE_DESIGNED_FOR);
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
