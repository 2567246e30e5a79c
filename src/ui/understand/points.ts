/** Points of the plane and arrows at them as paths of one SVG element each: hundreds of elements would be slow. */

/** Along each side of the picture, whatever the plane's extent. */
export const SIDE = 200;

/** Where a point lies in the picture: y upwards in the plane, downwards in the picture. */
const placeOf = (points: Float32Array, i: number, extent: number): readonly [number, number] => {
  const at = (value: number): number => Math.round(10 * ((value / extent + 1) / 2) * SIDE) / 10;
  return [at(points[2 * i] as number), Math.round(10 * (SIDE - at(points[2 * i + 1] as number))) / 10];
};

/** A dot for each point, drawn by the round ends of lines of no length. */
export const dotsPath = (points: Float32Array, extent: number): string =>
  Array.from({ length: points.length / 2 }, (_, i) => `M${placeOf(points, i, extent).join(' ')}h0`).join('');

/** The longest arrow, in the picture's units. */
const LONGEST = 26;
/** Two strokes of the head, turned by so much from the arrow's way back. */
const HEAD = 0.5;

/**
 * An arrow at each point along its slope, the steepest as long as there is room.
 *
 * @param slopes [n, 2], as the points
 */
export function arrowsPath(points: Float32Array, slopes: Float32Array, extent: number): string {
  const count = points.length / 2;
  const sizes = Array.from({ length: count }, (_, i) =>
    Math.hypot(slopes[2 * i] as number, slopes[2 * i + 1] as number),
  );
  const steepest = Math.max(...sizes, Number.MIN_VALUE);
  const arrows = sizes.map((size, i) => {
    const length = (LONGEST * size) / steepest;
    if (length < 1) return '';
    const [x, y] = placeOf(points, i, extent);
    const angle = Math.atan2(-(slopes[2 * i + 1] as number), slopes[2 * i] as number);
    const along = (from: readonly [number, number], turn: number, far: number): readonly [number, number] => [
      Math.round(10 * (from[0] + far * Math.cos(turn))) / 10,
      Math.round(10 * (from[1] + far * Math.sin(turn))) / 10,
    ];
    const tip = along([x, y], angle, length);
    const [left, right] = [-HEAD, HEAD].map((turn) => along(tip, angle + Math.PI + turn, Math.min(5, length / 2)));
    return `M${x} ${y}L${tip.join(' ')}M${left?.join(' ')}L${tip.join(' ')}L${right?.join(' ')}`;
  });
  return arrows.join('');
}
