/** Examples of noise, as a data set would give them: for whoever asks what a step costs, and not what it learns. */
import { initialState, openStream } from '../../core/random.ts';
import { imageSize } from '../../data/manifest.ts';
import type { LoadedImages } from '../../data/shards.ts';
import type { Plan } from '../../gan/plan.ts';
import { type Batch, batchAt, type Examples } from './batch.ts';

const SEED = 1;

const noise = () => openStream(initialState(SEED, 'noise'));

function pointsOf(count: number): Examples {
  return { images: noise().uniform(new Float32Array(2 * count), -1, 1), labels: new Int32Array(count) };
}

/** A set of just so many images, of the size that the plan has them. */
function imagesOf({ classes, supervision, examples }: Plan, count: number): LoadedImages {
  if (examples.kind !== 'image') throw new Error('These are points.');
  const { height, width, channels } = examples;
  const known = Math.max(1, classes, supervision?.classes ?? 0);
  const size = imageSize({ height, width, channels });
  const names = Array.from({ length: known }, (_, i) => `${i}`);
  const stored = { id: 'noise', name: 'Noise', classes: names, trainCount: count, testCount: 0 };
  return {
    kind: 'image',
    info: { ...stored, kind: 'image', height, width, channels },
    pixels: Uint8Array.from(noise().integers(new Int32Array(count * size), 256)),
    labels: Uint8Array.from(noise().integers(new Int32Array(count), known)),
    capacity: count,
    loaded: count,
    whenComplete: Promise.resolve(),
    retry: () => Promise.resolve(),
    close: () => undefined,
  };
}

/** A batch for any plan, always the same. */
export function noiseBatch(plan: Plan): Batch {
  const { batch, examples, supervision } = plan;
  if (examples.kind === 'points') return pointsOf(batch);
  const data = imagesOf(plan, batch + (supervision?.batch ?? 0));
  const places = (from: number, count: number) => Uint32Array.from({ length: count }, (_, i) => from + i);
  const labelled = supervision && batchAt(plan, data, places(batch, supervision.batch));
  return batchAt(plan, data, places(0, batch), labelled);
}
