import type { ClassView } from '../../core/config.ts';
import { heldOutExamples } from '../../data/heldOut.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { LoadedImages } from '../../data/shards.ts';
import type { Plan } from '../../gan/plan.ts';
import type { ImageGrid, LabelledDigits, SampleGrid, SampleView } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { asImages, drawBatch, realImages } from '../step/batch.ts';
import type { Trainer } from '../step/trainer.ts';
import { sample } from '../step/trainer.ts';
import { drawPlane } from './plane.ts';
import { requestGrid, stretch, toBytes } from './samples.ts';

/** Examples in the order in which they are taken. */
interface Order {
  readonly count: number;
  /** The index of the example at a place. */
  at(place: number): number;
}

export const loadedExamples = ({ loaded }: LoadedImages): Order => ({ count: loaded, at: (place) => place });

/** Real examples to compare with: held-out ones, once they are there. */
function shownExamples({ heldOut }: Plan, data: LoadedImages, seed: number): Order {
  const test = heldOut && data.loaded === data.capacity ? heldOutExamples(data.info, heldOut, seed) : null;
  return test?.length ? { count: test.length, at: (place) => test[place] as number } : loadedExamples(data);
}

/** The first `count` of them of one class, or of each class in turn. */
export function chooseReal(examples: Order, { labels, info }: LoadedImages, classes: ClassView, count: number) {
  const found: number[] = [];
  const next = new Uint32Array(info.classes.length);
  for (let i = 0; i < count; i++) {
    const wanted = classes === 'all' ? i % Math.min(info.classes.length, count) : classes;
    let place = next[wanted] as number;
    while (place < examples.count && labels[examples.at(place)] !== wanted) place++;
    if (place === examples.count) continue;
    next[wanted] = place + 1;
    found.push(examples.at(place));
  }
  return Uint32Array.from(found);
}

/** Which latent points, which classes, and after which step. */
export interface ViewRequest {
  readonly seed: number;
  readonly classes: ClassView;
  readonly step: number;
}

/** What there is to see now: a grid of images, or the plane with D over it. */
export function drawView(
  trainer: Trainer,
  data: LoadedExamples,
  request: ViewRequest,
  guard: StartedBackend['guard'],
): Promise<SampleView> {
  switch (data.kind) {
    case 'image':
      return drawGrid(trainer, data, request, guard);
    case 'points':
      return drawPlane(trainer, data, request, guard);
    default:
      return data satisfies never;
  }
}

/** What G draws now, with real examples beside it. */
async function drawGrid(
  trainer: Trainer,
  data: LoadedImages,
  { seed, classes, step }: ViewRequest,
  guard: StartedBackend['guard'],
): Promise<SampleGrid> {
  const { plan } = trainer;
  const image = asImages(plan.examples);
  const { height, width, channels, range } = image;
  const { rows, columns, latent, labels } = requestGrid(plan, seed, classes);
  const drawn = sample(trainer, latent, labels);
  // A sync point.
  const values = await guard(drawn.data<'float32'>()).finally(() => drawn.dispose());

  const pixels = toBytes(values, range);
  if (plan.sampling.stretch) stretch(pixels, height * width * channels);
  const indices = chooseReal(shownExamples(plan, data, seed), data, classes, columns);
  const size = { height, width, channels };
  const generated: ImageGrid = {
    ...size,
    rows,
    columns,
    pixels,
    labels: labels && Uint8Array.from(labels),
  };
  const real: ImageGrid = {
    ...size,
    rows: 1,
    columns: indices.length,
    pixels: toBytes(realImages(image, data, indices), range),
    labels: Uint8Array.from(indices, (index) => data.labels[index] as number),
  };
  return { kind: 'images', step, classes, generated, real };
}

/** At most so many labelled examples are shown. */
const SHOWN = 100;
const SHOWN_COLUMNS = 25;

/** The labelled pool, or the beginning of it, in the order of its classes. */
export function drawLabelled(plan: Plan, data: LoadedImages, pool: Uint32Array): LabelledDigits {
  const classOf = (index: number): number => data.labels[index] as number;
  const first = pool.filter((index) => index < data.loaded).slice(0, SHOWN);
  const indices = first.toSorted((a, b) => classOf(a) - classOf(b));
  const columns = Math.min(SHOWN_COLUMNS, indices.length);
  const rows = Math.floor(indices.length / columns);
  const { height, width, channels, range } = asImages(plan.examples);
  const drawn = indices.subarray(0, rows * columns);
  const { images, labels } = drawBatch(plan, data, drawn);
  const grid = {
    rows,
    columns,
    height,
    width,
    channels,
    pixels: toBytes(images, range),
    labels: Uint8Array.from(labels),
  };
  return { count: pool.length, shown: grid };
}
