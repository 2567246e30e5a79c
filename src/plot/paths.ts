export interface LinePoint {
  readonly x: number | null;
  readonly y: number | null;
}

/** From `low` up to `high` at `x`; in pixels, so `low` is the larger number. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
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

/** The `d` of the area between lows and highs: there along the highs, back along the lows. */
export function bandPath(points: readonly BandPoint[]): string {
  if (points.length === 0) return '';
  const highs = points.map(({ x, high }) => ({ x, y: high }));
  const lows = points.map(({ x, low }) => ({ x, y: low }));
  return `${linePath([...highs, ...lows.reverse()])}Z`;
}
