/** A batch writes its images where somebody wants them. */
import { expect, it } from 'vitest';
import type { LoadedImages } from '../../data/shards.ts';
import type { ImageSpec } from '../../gan/plan.ts';
import { resolve } from '../run/resolve.ts';
import { batchAt } from './batch.ts';

const { plan } = resolve({ recipe: 'cgan', data: 'mnist', seed: 1, params: {} });
const info = { kind: 'image', id: 'set', name: 'set', classes: ['a'], height: 6, width: 5, channels: 1 } as const;
const data = {
  ...{ kind: 'image', info: { ...info, trainCount: 5, testCount: 0 }, capacity: 5, loaded: 5 },
  pixels: Uint8Array.from({ length: 5 * 30 }, (_, i) => (i * 37) % 256),
  labels: new Uint8Array(5),
} as unknown as LoadedImages;

it.each<[string, number, number, Partial<ImageSpec>]>([
  ['as they are', 6, 5, {}],
  ['scaled twice', 6, 5, { scaledTwice: true }],
  ['framed', 9, 8, { resize: 'pad' }],
  ['enlarged', 13, 10, { resize: 'bilinear' }],
])('%s', (_, height, width, more) => {
  const examples: ImageSpec = { kind: 'image', height, width, channels: 1, range: 'symmetric', resize: 'pad', ...more };
  const batch = () => batchAt({ ...plan, examples }, data, Uint32Array.of(4, 0, 4, 2));
  const [asked, other] = [batch(), batch()];
  const { images } = asked;
  expect(images.length).toBe(4 * height * width);
  for (const one of [asked, other]) {
    const out = new Float32Array(images.length);
    one.writeImages?.(out);
    expect(out).toEqual(images);
  }
});
