/** Follows one of the samples on the screen through both networks. It only looks: nothing of the run changes. */
import * as tf from '@tensorflow/tfjs-core';
import type { ClassView } from '../../core/config.ts';
import { type LayerPicture, MAPS_SHOWN, type SampleWay, UNITS_SHOWN } from '../../core/way.ts';
import type { ForwardContext } from '../../gan/layers/context.ts';
import type { Network } from '../../gan/layers/network.ts';
import { asLogit } from '../../gan/losses/adversarial.ts';
import type { Training } from '../run/training.ts';
import { asFunction } from '../step/passes.ts';
import { shownLatent } from '../view/shown.ts';
import { readTogether } from './inspection/readTogether.ts';
import { picturedExamples } from './pictured.ts';

/** Which sample: its place on the screen, which shows these classes, in a run of this seed. */
interface Asked {
  readonly place: number;
  readonly classes: ClassView;
  readonly seed: number;
}

/** Of one of a batch, [n, …output]: units [shown], or channels [shown, height, width]. */
function pictureOf(output: tf.Tensor, row: number): tf.Tensor {
  const one = tf.squeeze(tf.slice(output, row, 1), [0]); // [units], or [height, width, channels]
  if (one.rank === 1) return tf.slice(one, 0, Math.min(UNITS_SHOWN, one.size));
  const [height, width, channels] = one.shape as [number, number, number];
  const maps = tf.slice(one, [0, 0, 0], [height, width, Math.min(MAPS_SHOWN, channels)]);
  return tf.transpose(maps, [2, 0, 1]);
}

/** A pass in which each layer's picture of one of the batch is kept. */
function passed(network: Network, x: tf.Tensor, context: ForwardContext, row: number) {
  const pictures = new Map<number, tf.Tensor>();
  const output = network.forward(x, context, (made, index) => pictures.set(index, pictureOf(made, row)));
  return { output, pictures };
}

/** @param read the values of each picture, by the layer's index */
const layersOf = ({ description }: Network, read: (index: number) => Float32Array<ArrayBuffer> | undefined) =>
  description.layers.flatMap(({ spec, output }, index): LayerPicture[] => {
    const values = read(index);
    // An activation that is computed along with its layer: the two are one picture.
    return values ? [{ index, kind: spec.kind, output, values }] : [];
  });

/**
 * What each layer of both networks makes of one sample: G as samples are drawn, D with its running statistics.
 *
 * @param asked a place beyond the last is the last
 */
export async function followSample(training: Training, asked: Asked): Promise<SampleWay> {
  const { guard, activate } = training.backend();
  activate();
  const { plan, average, generator, discriminator } = training.trainer();
  const { size } = plan.latent;
  const { weights, statistics } = plan.sampling;
  const network = weights === 'average' ? average : generator;
  const shown = shownLatent(plan, asked.seed, asked.classes);
  const place = Math.max(0, Math.min(asked.place, shown.latent.length / size - 1));
  const step = training.step();
  const row = shown.latent.slice(place * size, (place + 1) * size);
  const label = plan.classes > 0 ? (shown.labels?.[place] ?? null) : null;

  const tensors = tf.tidy(() => {
    // With statistics of the grid it takes the whole grid; else it goes alone.
    const together = statistics === 'batch';
    const latent = together ? shown.latent : row;
    const asks = together ? shown.labels : label === null ? null : Int32Array.of(label);
    const own = together ? place : 0;
    const labels = plan.classes > 0 && asks ? tf.tensor1d(asks, 'int32') : null;
    const z = tf.tensor2d(latent, [latent.length / size, size]);
    const g = passed(network, z, { ...asFunction(labels), statistics }, own);
    const d = passed(discriminator, g.output, asFunction(labels), own);
    const named = (of: string, pictures: ReadonlyMap<number, tf.Tensor>) =>
      [...pictures].map(([index, tensor]) => [`${of}${index}`, tensor] as const);
    return {
      ...Object.fromEntries([...named('g', g.pictures), ...named('d', d.pictures)]),
      made: tf.slice(g.output, own, 1),
      logit: tf.slice(asLogit(plan, d.output), own, 1),
    } as Record<string, tf.Tensor>;
  });
  const read = await readTogether(tensors, guard);
  return {
    step,
    place,
    label,
    latent: { size, values: row as Float32Array<ArrayBuffer> },
    generator: layersOf(network, (index) => read[`g${index}`]),
    made: picturedExamples(plan.examples, read.made as Float32Array<ArrayBuffer>, 1),
    discriminator: layersOf(discriminator, (index) => read[`d${index}`]),
    logit: read.logit?.[0] as number,
  };
}
