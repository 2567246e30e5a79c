import { gradientArrows } from '../../picture/levels.ts';
import { paintLevels } from '../../picture/paintLevels.ts';
import { cssColour, type PlanePalette } from '../../picture/palette.ts';
import type { PlaneView } from '../../protocol/index.ts';

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

/** Draws a plane into a square canvas: level sets, arrows if asked for, real points, generated points. */
export function paintPlane(context: CanvasRenderingContext2D, view: PlaneView, { step, arrows, palette }: PlaneStyle) {
  const size = context.canvas.width;
  const unit = size / DESIGNED_FOR;
  const image = context.createImageData(size, size);
  paintLevels(view, { middle: view.middle, step }, palette, size, image.data);
  context.putImageData(image, 0, 0);
  if (arrows) paintArrows(context, view, palette, unit);
  paintPoints(context, view.real, view.extent, 1.5 * unit, palette.real, palette.halo);
  paintPoints(context, view.generated, view.extent, 2.1 * unit, palette.generated, palette.halo);
}

function paintPoints(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  extent: number,
  radius: number,
  colour: PlanePalette['line'],
  halo: PlanePalette['line'],
): void {
  const size = context.canvas.width;
  const place = (value: number): number => ((value / extent + 1) / 2) * size;
  const discs = new Path2D();
  for (let i = 0; i < points.length; i += 2) {
    const x = place(points[i] as number);
    const y = size - place(points[i + 1] as number);
    discs.moveTo(x + radius, y);
    discs.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.strokeStyle = cssColour(halo, 0.55);
  context.lineWidth = radius;
  context.stroke(discs);
  context.fillStyle = cssColour(colour);
  context.fill(discs);
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
