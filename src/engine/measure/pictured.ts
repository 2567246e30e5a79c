/** Examples as the page shows them. */
import { sizeOf } from '../../core/network.ts';
import type { Examples } from '../../core/trace.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { ExampleSpec } from '../../gan/plan.ts';
import { toBytes } from '../view/samples.ts';

/**
 * The first of a batch: so many images, or all points.
 *
 * @param values in the plan's range: [n, …example], flat
 */
export function picturedExamples(spec: ExampleSpec, values: Float32Array, mostImages: number): Examples {
  const size = sizeOf(shapeOf(spec));
  const all = values.length / size;
  if (spec.kind === 'points') return { kind: 'points', count: all, points: values.slice() };
  const count = Math.min(mostImages, all);
  const { height, width, channels, range } = spec;
  return { kind: 'images', count, height, width, channels, pixels: toBytes(values.subarray(0, count * size), range) };
}
