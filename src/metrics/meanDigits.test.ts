import { describe, expect, it } from 'vitest';
import type { Matrix } from './matrix.ts';
import { meanDigits } from './meanDigits.ts';
import type { Examples, MeanDigits } from './score.ts';
import { finish } from './slices.ts';
import { certain, examples, matrix, subjects } from './testing/samples.ts';
import { createWorkbench } from './workbench.ts';

/** Two pixels each, of two classes. */
const tiny = (images: Matrix, ...labels: number[]): Examples => ({
  images,
  labels: Int32Array.from(labels),
  probabilities: certain(images.rows, 2),
});
const real = tiny(matrix([0, 100], [20, 200], [255, 255]), 0, 0, 1);
const heldOut = tiny(matrix([10, 140], [255, 255]), 0, 1);

const found = (fake: Examples, over: Partial<{ real: Examples; heldOut: Examples }> = {}): MeanDigits =>
  finish(meanDigits(createWorkbench({ real, heldOut, fake, ...over }, 1))) as MeanDigits;
/** In dB, of a mean squared error. */
const decibels = (error: number) => 10 * Math.log10(255 ** 2 / error);

it('averages the images of each class, and compares the averages', () => {
  const { pairs, psnr } = found(tiny(matrix([0, 0], [20, 150], [7, 132], [250, 255]), 0, 0, 0, 1));
  expect(pairs.map((pair) => [pair.real?.count, pair.fake?.count])).toEqual([
    [2, 3],
    [1, 1],
  ]);
  expect(pairs[0]?.real?.pixels).toEqual(Uint8ClampedArray.of(10, 150));
  expect(pairs[0]?.fake?.pixels).toEqual(Uint8ClampedArray.of(9, 94));
  // (1² + 56²) / 2 and 5² / 2
  const expected = [decibels(1568.5), decibels(12.5)] as const;
  for (const [i, value] of expected.entries()) expect(pairs[i]?.psnr).toBeCloseTo(value, 12);
  expect(psnr).toBeCloseTo((expected[0] + expected[1]) / 2, 12);
});

it('agrees with a direct computation over hundreds of images', () => {
  const bench = createWorkbench(subjects(300, 5), 1);
  const { pairs } = finish(meanDigits(bench)) as MeanDigits;
  const direct = ({ images, labels }: Examples, label: number): number[] => {
    const { rows, columns, values } = images as Matrix;
    const own = Array.from({ length: rows }, (_, i) => i).filter((i) => labels?.[i] === label);
    return Array.from(
      { length: columns },
      (_, p) => own.reduce((sum, i) => sum + (values[i * columns + p] as number), 0) / own.length,
    );
  };
  expect(pairs).toHaveLength(10);
  for (const [label, pair] of pairs.entries()) {
    const [first, second] = [direct(bench.subjects.real, label), direct(bench.subjects.fake, label)];
    const error = first.reduce((sum, value, p) => sum + (value - (second[p] as number)) ** 2, 0) / first.length;
    expect(pair.psnr).toBeCloseTo(decibels(error), 9);
    expect(pair.fake?.pixels).toEqual(Uint8ClampedArray.from(second));
  }
});

it('the floor is the same of held-out examples; where means are equal, it is infinite', () => {
  const { floor } = found(real);
  expect(floor).toBe(Number.POSITIVE_INFINITY);
  // (10 − 10)² and (150 − 140)²
  expect(found(real, { heldOut: tiny(matrix([10, 140]), 0) }).floor).toBeCloseTo(decibels(50), 12);
});

it('an example that nobody asked for is of the class that the evaluator takes it for', () => {
  const { labels: _, ...unasked } = tiny(matrix([1, 1], [2, 2]), 0, 0);
  const { pairs } = found({ ...unasked, probabilities: matrix([0.2, 0.8], [0.9, 0.1]) });
  expect(pairs.map(({ fake }) => [...(fake?.pixels ?? [])])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

describe('a class of which there is no example', () => {
  it('has no mean and no PSNR, and does not count', () => {
    const { pairs, psnr } = found(tiny(matrix([250, 255]), 1));
    expect(pairs[0]).toMatchObject({ real: { count: 2 }, fake: null, psnr: null });
    expect(psnr).toBe(pairs[1]?.psnr);
  });
  it('among the real ones is the same; with no class in common there is no value', () => {
    const onlyFirst = tiny(matrix([1, 2]), 0);
    const { pairs, psnr } = found(tiny(matrix([250, 255]), 1), { real: onlyFirst });
    expect(pairs[1]).toMatchObject({ real: null, fake: { count: 1 }, psnr: null });
    expect(psnr).toBeNull();
  });
});

it('is blind to a collapse onto the mean: one picture, drawn again and again, scores best', () => {
  const collapsed = tiny(matrix([10, 150], [10, 150], [255, 255]), 0, 0, 1);
  expect(found(collapsed).psnr).toBe(Number.POSITIVE_INFINITY);
});

it('points have none', () => {
  const { features } = examples(1, 20, 2);
  const points = features ? { features } : {};
  expect(finish(meanDigits(createWorkbench({ real: points, heldOut: points, fake: points }, 1)))).toBeNull();
});
