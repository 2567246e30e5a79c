import { describe, expect, it } from 'vitest';
import { initialState, openStream } from '../core/random.ts';
import { meanOver } from './classes.ts';
import { around, bootstrap, halfSampleDeviation } from './resample.ts';
import { finish } from './slices.ts';
import { gaussian } from './testing/samples.ts';

const stream = () => openStream(initialState(1, 'resample'));

describe('intervals of a mean', () => {
  const values = Float64Array.from(gaussian(4, 400, 1).values);
  const mean = values.reduce((sum, value) => sum + value, 0) / 400;
  const standardError = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (400 * 399));

  it('the bootstrap’s is the textbook’s', () => {
    const { low, high } = finish(bootstrap(400, stream(), (drawn) => meanOver(values, drawn)));
    // An end that 200 replicates tell strays by a fifth of a standard error.
    expect(Math.abs((mean - low) / standardError - 1.96)).toBeLessThan(0.5);
    expect(Math.abs((high - mean) / standardError - 1.96)).toBeLessThan(0.5);
  });

  it('the deviation of halves is the standard error of the whole', () => {
    const sampling = { n: 400, m: 2, stream: stream(), replicates: 2000 };
    const deviation = finish(
      halfSampleDeviation(sampling, function* (half) {
        yield;
        return meanOver(values, half);
      }),
    );
    expect(deviation / standardError).toBeGreaterThan(0.93);
    expect(deviation / standardError).toBeLessThan(1.07);
  });
});

it('intervals stay within the range', () => {
  expect(around(0.98, 0.1, 'half-samples', [0, 1])).toMatchObject({ high: 1 });
  expect(around(0, 0.1, 'half-samples', [0, 1])).toMatchObject({ low: 0 });
});
