import { expect, it } from 'vitest';
import type { Controller } from '../state/controller.ts';
import { candidates, climb } from './climb.ts';

const RANGE = { low: 0, high: 1 };

/** An engine whose D says what a function says, with the slopes that it has. */
const engineOf = (output: (x: number, y: number) => number) =>
  (async (_: string, { examples }: { examples: Float32Array }) => {
    const count = examples.length / 2;
    const at = (i: number): [number, number] => [examples[2 * i] as number, examples[2 * i + 1] as number];
    const outputs = Float32Array.from({ length: count }, (__, i) => output(...at(i)));
    const slopes = Float32Array.from(examples, (__, place) => {
      const [x, y] = at(Math.floor(place / 2));
      const by = 1e-3;
      return place % 2 ? (output(x, y + by) - output(x, y)) / by : (output(x + by, y) - output(x, y)) / by;
    });
    return { step: 0, scores: outputs, outputs, slopes, readings: null };
  }) as unknown as Controller['request'];

const asked = { examples: Float32Array.of(0.5, 0.5), classes: null };

it('tries the slope’s way, and stays within the range', () => {
  const all = candidates(Float32Array.of(0.9, 0.5), Float32Array.of(2, -1), RANGE);
  expect(all[0]).toBe(1);
  expect(all[1]).toBeCloseTo(0.35, 5);
  for (const value of all) expect(value).toBeLessThanOrEqual(1);
});

it('goes as far as it helps', async () => {
  const rising = await climb(
    engineOf((x) => x),
    1,
    asked,
    RANGE,
  );
  expect(rising?.[0]).toBeCloseTo(0.8, 5);
  expect(rising?.[1]).toBeCloseTo(0.5, 5);
  // Behind a ridge that is near it falls again.
  const near = await climb(
    engineOf((x) => -Math.abs(x - 0.55)),
    1,
    asked,
    RANGE,
  );
  expect(near?.[0]).toBeCloseTo(0.54, 5);
});

it('says so where no step helps', async () => {
  expect(
    await climb(
      engineOf((x) => -Math.abs(x - 0.5005)),
      1,
      asked,
      RANGE,
    ),
  ).toBeNull();
  expect(
    await climb(
      engineOf(() => 3),
      1,
      asked,
      RANGE,
    ),
  ).toBeNull();
});
