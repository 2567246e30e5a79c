import type { RandomStream } from '../../core/random.ts';
import type { LatentSpec } from '../../gan/plan.ts';

/** `count` latent points, [count, size], flat. */
export function drawLatent({ size, distribution }: LatentSpec, count: number, stream: RandomStream): Float32Array {
  const points = new Float32Array(count * size);
  switch (distribution) {
    case 'normal':
      return stream.normal(points);
    case 'uniform':
      return stream.uniform(points, -1, 1);
    case 'unitUniform':
      return stream.uniform(points);
    default:
      return distribution satisfies never;
  }
}
