export interface LinePoint {
  readonly x: number | null;
  readonly y: number | null;
}

/** To a tenth of a pixel: nobody sees more, and the path stays short. */
const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** The `d` of a path through the points; it bridges those without a value. */
export function linePath(points: readonly LinePoint[]): string {
  let path = '';
  for (const { x, y } of points) {
    if (x === null || y === null) continue;
    path += `${path === '' ? 'M' : 'L'}${round(x)},${round(y)}`;
  }
  return path;
}
