import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { allOf, around, halfSampleDeviation, type Indices } from '../resample.ts';
import type { Examples } from '../score.ts';
import type { Workbench } from '../workbench.ts';

const PEAK = 255;

export interface Pictures {
  readonly images: Matrix;
  /** The class of each; all 0 where there are none. */
  readonly labels: Int32Array;
}

/** The mean of the chosen images of one class, or null if there are none. */
export function meanOf(
  { images: { columns, values }, labels }: Pictures,
  chosen: Indices,
  label: number,
): Float64Array | null {
  const mean = new Float64Array(columns);
  let count = 0;
  for (let c = 0; c < chosen.length; c++) {
    const i = chosen[c] as number;
    if (labels[i] !== label) continue;
    count += 1;
    const start = i * columns;
    for (let p = 0; p < columns; p++) mean[p] = (mean[p] as number) + (values[start + p] as number);
  }
  return count === 0 ? null : mean.map((sum) => sum / count);
}

/** 10 log₁₀(255² / MSE) in decibels; infinite for equal images. */
export function psnr(first: Float64Array, second: Float64Array): number {
  const error = first.reduce((sum, value, p) => sum + (value - (second[p] as number)) ** 2, 0) / first.length;
  return 10 * Math.log10(PEAK ** 2 / error);
}

/** The mean over those classes that both have. */
function meanPsnr(real: Pictures, other: Pictures, chosenReal: Indices, chosenOther: Indices): number {
  let sum = 0;
  let classes = 0;
  for (const label of new Set(real.labels)) {
    const first = meanOf(real, chosenReal, label);
    const second = first && meanOf(other, chosenOther, label);
    if (!first || !second) continue;
    sum += psnr(first, second);
    classes += 1;
  }
  return sum / classes;
}

function picturesOf(bench: Workbench, origin: keyof Workbench['subjects']): Pictures {
  const images = bench.part(origin, 'images');
  const labelsOf = ({ labels }: Examples) => labels;
  const conditional = Object.values(bench.subjects).every(labelsOf);
  const labels = conditional ? bench.part(origin, 'labels') : new Int32Array(images.rows);
  return { images, labels };
}

/**
 * Peak signal-to-noise ratio of the mean image, peak 255, against the mean real image: for each class, then averaged,
 * where classes were asked for, else over all. In decibels, from 0 to ∞; higher is better. Used to compare GAN with
 * DRAGAN; blind to a collapse onto the mean. Interval: half-samples.
 */
export const measure: Measure = {
  id: 'meanImage',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['images'],
  *score(bench) {
    const real = picturesOf(bench, 'real');
    const fake = picturesOf(bench, 'fake');
    const n = real.images.rows;
    const m = fake.images.rows;
    const against = (other: Pictures) => meanPsnr(real, other, allOf(n), allOf(other.images.rows));
    const value = against(fake);
    yield;
    const floor = yield* bench.lasting('meanImage.floor', function* () {
      yield;
      return against(picturesOf(bench, 'heldOut'));
    });
    const sampling = { n, m, stream: bench.stream('meanImage') };
    const deviation = yield* halfSampleDeviation(sampling, function* (half, other) {
      yield;
      return meanPsnr(real, fake, half, other);
    });
    return { value, floor, samples: m, interval: around(value, deviation, 'half-samples', this.range) };
  },
};
