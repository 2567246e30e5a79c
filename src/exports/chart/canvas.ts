import { type Drawing, FONT } from './drawing.ts';

/** Draws on white, each pixel of the drawing `scale` pixels wide. */
export function paintDrawing(
  context: OffscreenCanvasRenderingContext2D,
  { width, height, marks }: Drawing,
  scale: number,
): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.lineJoin = 'round';
  for (const mark of marks) {
    if (mark.kind === 'text') {
      context.globalAlpha = 1;
      context.font = `${mark.bold ? 600 : 400} ${mark.size}px ${FONT}`;
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.fillStyle = mark.colour;
      context.fillText(mark.text, mark.x, mark.y);
      continue;
    }
    const path = new Path2D(mark.d);
    context.globalAlpha = mark.opacity ?? 1;
    if (mark.fill) {
      context.fillStyle = mark.fill;
      context.fill(path);
    }
    if (mark.stroke) {
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.width ?? 1;
      context.setLineDash(mark.dash?.split(' ').map(Number) ?? []);
      context.stroke(path);
    }
  }
}
