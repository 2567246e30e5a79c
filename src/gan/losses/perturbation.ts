import type { RandomStream } from '../../core/random.ts';
import type { PerturbationSpec } from '../plan.ts';

/** Standard deviation over all values. */
function standardDeviation(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) {
    // No power: whoever else works it out multiplies.
    const apart = value - mean;
    squares += apart * apart;
  }
  return Math.sqrt(squares / values.length);
}

/**
 * x + δ, with δ in units of the batch's standard deviation: noise must be matched to the range of the data
 * (Kodali et al. 2017, section 2.4).
 *
 * @param x a batch of real examples, any shape, flat
 */
export function perturb(x: Float32Array, spec: PerturbationSpec, stream: RandomStream): Float32Array {
  const scale = spec.scale * standardDeviation(x);
  const noise = new Float32Array(x.length);
  switch (spec.kind) {
    case 'gaussian':
      stream.normal(noise, 0, scale);
      break;
    case 'uniform':
      stream.uniform(noise, -scale, scale);
      break;
    case 'positiveUniform': {
      stream.uniform(noise, 0, scale);
      const alpha = stream.uniform(new Float32Array(x.length));
      for (let i = 0; i < noise.length; i++) noise[i] = (noise[i] as number) * (alpha[i] as number);
      break;
    }
    default:
      return spec satisfies never;
  }
  for (let i = 0; i < noise.length; i++) noise[i] = (noise[i] as number) + (x[i] as number);
  return noise;
}
