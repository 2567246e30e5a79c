import { expect, it } from 'vitest';
import { paintDots } from './paintDots.ts';

const SIDE = 40;
const style = { radius: 4, colour: [200, 10, 20], halo: [0, 255, 0] } as const;

/** Dots on black, over [−1, 1]². */
function painted(...points: readonly number[]) {
  const data = new Uint8ClampedArray(4 * SIDE * SIDE);
  paintDots({ data, width: SIDE }, Float32Array.from(points), 1, style);
  return (x: number, y: number) => Array.from(data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 3));
}

it('a dot is where its point is, y upwards, with a halo around it and nothing beyond', () => {
  const at = painted(0.5, 0.5);
  expect(at(30, 10)).toEqual([200, 10, 20]);
  expect(at(30, 30)).toEqual([0, 0, 0]);
  expect(at(35, 10)[1]).toBeGreaterThan(130);
  expect(at(38, 10)).toEqual([0, 0, 0]);
});

it('it covers as many pixels as its area has', () => {
  const at = painted(0.013, -0.04);
  let red = 0;
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) red += (at(x, y)[0] ?? 0) / 200;
  expect(red).toBeGreaterThan(0.97 * Math.PI * 16);
  expect(red).toBeLessThan(1.03 * Math.PI * 16);
});

it('no halo lies over a dot, and what is beyond the edge is cut off', () => {
  const at = painted(0, 0, 0.2, 0, 1, 1, 3, 3);
  expect(at(20, 20)).toEqual([200, 10, 20]);
  expect(at(24, 20)).toEqual([200, 10, 20]);
  expect(at(39, 0)).toEqual([200, 10, 20]);
});
