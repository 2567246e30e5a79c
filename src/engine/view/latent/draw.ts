/** What G makes of latent points that somebody chose. It reads G as it draws the grid, and changes nothing of the run. */
import type * as tf from '@tensorflow/tfjs-core';
import { badConfig } from '../../../core/errors.ts';
import type { Plan } from '../../../gan/plan.ts';
import type { Asked, Drawn } from '../../../protocol/index.ts';
import type { Training } from '../../run/training.ts';
import { sample, type Trainer } from '../../step/trainer.ts';
import { stretch, toBytes } from '../samples.ts';

/** Points at once. */
const MOST = 1024;

/** @throws EngineError `bad-config` that says what is wrong. */
function checkAsked({ latent: { size }, classes: known }: Plan, { z, classes }: Asked): { readonly count: number } {
  if (z.length % size !== 0) throw badConfig({ code: 'latent.size', found: z.length, size });
  const count = z.length / size;
  if (count < 1 || count > MOST) throw badConfig({ code: 'latent.count', most: MOST });
  const index = z.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) throw badConfig({ code: 'latent.value', index });
  if (!areSound(classes, count, known)) throw badConfig({ code: 'latent.classes', count, classes: known });
  return { count };
}

function areSound(classes: Asked['classes'], count: number, known: number): boolean {
  if (known === 0 || classes === null) return known === 0 && classes === null;
  switch (classes.kind) {
    case 'each':
      return classes.labels.length === count && classes.labels.every((label) => label >= 0 && label < known);
    case 'mixed':
      return classes.shares.length === count * known && classes.shares.every(Number.isFinite);
    default:
      return classes satisfies never;
  }
}

const labelsOf = (classes: Asked['classes']) => classes && (classes.kind === 'each' ? classes.labels : classes.shares);

/** G by its running statistics: each picture is of its own z alone, whatever is drawn beside it. */
function drawnBy(trainer: Trainer, { z, classes }: Asked): tf.Tensor {
  const { plan } = trainer;
  const sampling = { ...plan.sampling, statistics: 'running', disturbsRunning: false } as const;
  return sample({ ...trainer, plan: { ...plan, sampling } }, z, labelsOf(classes)); // [n, …example]
}

/**
 * As numbers in the plan's range: [n, …example], flat.
 *
 * @throws EngineError `bad-config` for points or classes that G cannot take
 */
export async function valuesOf(training: Training, asked: Asked): Promise<Float32Array<ArrayBuffer>> {
  const trainer = training.trainer();
  checkAsked(trainer.plan, asked);
  const drawn = drawnBy(trainer, asked);
  // A sync point; a copy, since the backend may own what it hands out.
  return (
    await training
      .backend()
      .guard(drawn.data<'float32'>())
      .finally(() => drawn.dispose())
  ).slice();
}

/** As they are shown: images in one row, or points. @throws EngineError as `valuesOf` does */
export async function draw(training: Training, asked: Asked): Promise<Drawn> {
  const step = training.step();
  const { plan } = training.trainer();
  const values = await valuesOf(training, asked);
  const { examples } = plan;
  switch (examples.kind) {
    case 'image': {
      const { height, width, channels, range } = examples;
      const size = height * width * channels;
      const pixels = toBytes(values, range);
      if (plan.sampling.stretch) stretch(pixels, size);
      const images = { rows: 1, columns: values.length / size, height, width, channels, pixels, labels: null };
      return { step, kind: 'images', images };
    }
    case 'points':
      return { step, kind: 'points', points: values };
    default:
      return examples satisfies never;
  }
}
