/** Images to be told apart: real ones and such as G draws, with what D makes of them and of several hundred others. */

import * as tf from '@tensorflow/tfjs-core';
import { badConfig } from '../../core/errors.ts';
import { sizeOf } from '../../core/network.ts';
import { initialState, openStream, type RandomStream } from '../../core/random.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { shapeOf } from '../../gan/examples.ts';
import { copyNetwork, type Network } from '../../gan/layers/network.ts';
import { asLogit } from '../../gan/losses/adversarial.ts';
import { isProbabilistic } from '../../gan/objective.ts';
import { objectiveOf } from '../../gan/objectives/index.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Deal, DealRequest } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { drawPieces } from '../measure/drawPieces.ts';
import { pieceOf } from '../measure/products.ts';
import { asImages, realImages } from '../step/batch.ts';
import { drawLatent } from '../step/latent.ts';
import { asFunction } from '../step/passes.ts';
import { freeze, type Sampled, type Trainer } from '../step/trainer.ts';
import { toBytes } from '../view/samples.ts';

const MOST_ROUNDS = 100;
/** Of each kind, for D's own curve. */
const OTHERS = 256;

/** @throws EngineError `bad-config` that says why there can be no such game */
export function checkDeal(
  { examples, supervision }: Plan,
  { rounds, game }: Pick<DealRequest, 'rounds' | 'game'>,
): void {
  if (examples.kind === 'points') throw badConfig({ code: 'deal.points' });
  if (supervision?.baseline) throw badConfig({ code: 'judge.baseline' });
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
  if (!isCount(rounds) || rounds < 1 || rounds > MOST_ROUNDS || !isCount(game))
    throw badConfig({ code: 'deal.rounds', most: MOST_ROUNDS });
}

/** Both networks as they are after a step; training goes on meanwhile. */
export interface Players {
  readonly source: Sampled;
  readonly discriminator: Network;
  dispose(): void;
}

export function freezePlayers(trainer: Trainer): Players {
  const source = freeze(trainer);
  const discriminator = copyNetwork(trainer.discriminator);
  return {
    source,
    discriminator,
    dispose() {
      source.dispose();
      discriminator.dispose();
    },
  };
}

interface Table {
  readonly players: Players;
  readonly backend: StartedBackend;
  /** Where real images are taken from. */
  readonly images: LoadedImages;
  readonly heldOut: boolean;
  readonly seed: number;
  readonly step: number;
  /** Lets other things in. */
  pause(): Promise<void>;
}

/** Real images, each of the class that is wanted where classes are: indices, [n]. */
function chooseReal({ labels, loaded }: LoadedImages, count: number, classes: Int32Array | null, stream: RandomStream) {
  const lots = stream.integers(new Int32Array(count), 2 ** 30);
  const all = Array.from({ length: loaded }, (_, index) => index);
  const byClass = new Map<number, number[]>();
  for (const index of classes ? all : []) {
    const own = byClass.get(labels[index] as number);
    if (own) own.push(index);
    else byClass.set(labels[index] as number, [index]);
  }
  return Uint32Array.from(lots, (lot, i) => {
    // A class without a real image has none to show: another one stands in.
    const among = (classes && byClass.get(classes[i] as number)) ?? all;
    return among[lot % among.length] as number;
  });
}

/** D's output before any sigmoid, each image by itself: [n]. */
async function judgeAll({ players, backend, pause }: Table, images: Float32Array, classes: Int32Array | null) {
  const { source, discriminator } = players;
  const shape = shapeOf(source.plan.examples);
  const size = sizeOf(shape);
  const piece = pieceOf(discriminator.description);
  const outputs = new Float32Array(images.length / size);
  for (let start = 0; start < outputs.length; start += piece) {
    backend.activate();
    const judged = tf.tidy(() => {
      const some = images.slice(start * size, (start + piece) * size);
      const x = tf.tensor(some, [some.length / size, ...shape]);
      const labels = classes && tf.tensor1d(classes.slice(start, start + piece), 'int32');
      const output = discriminator.forward(x, asFunction(labels));
      return asLogit(source.plan, output); // [piece, 1]
    });
    // A sync point.
    outputs.set(await backend.guard(judged.data<'float32'>()).finally(() => judged.dispose()), start);
    await pause();
  }
  return outputs;
}

const meanOf = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A game of so many rounds. The same for the same seed, game and step.
 *
 * @param request checked
 */
export async function deal(table: Table, { rounds, game }: Pick<DealRequest, 'rounds' | 'game'>): Promise<Deal> {
  const { players, images, heldOut, seed, step } = table;
  const { plan } = players.source;
  const image = asImages(plan.examples);
  const size = sizeOf(shapeOf(image));
  const stream = openStream(initialState(seed, `play.${game}`));

  // The rounds, then others of each kind.
  const real = Uint8Array.from([
    ...stream.integers(new Int32Array(rounds), 2),
    ...new Uint8Array(OTHERS).fill(1),
    ...new Uint8Array(OTHERS),
  ]);
  const classes = plan.classes > 0 ? stream.integers(new Int32Array(real.length), plan.classes) : null;
  const of = (kind: 0 | 1): number[] => Array.from(real.keys()).filter((i) => real[i] === kind);
  const classesAt = (places: readonly number[]) => classes && Int32Array.from(places, (i) => classes[i] as number);
  const [reals, fakes] = [of(1), of(0)];

  // As many as fill their batches.
  const drawn = Math.ceil(fakes.length / plan.batch) * plan.batch;
  const filled = Array.from({ length: drawn }, (_, i) => fakes[i % fakes.length] as number);
  const asked = { latent: drawLatent(plan.latent, drawn, stream), labels: classesAt(filled) };
  const generated = await drawPieces(players.source, table.backend, asked, table.pause);
  const chosen = chooseReal(images, reals.length, classesAt(reals), stream);

  const values = new Float32Array(real.length * size);
  for (const [n, i] of fakes.entries()) values.set(generated.subarray(n * size, (n + 1) * size), i * size);
  for (const [n, i] of reals.entries()) values.set(realImages(image, images, chosen.subarray(n, n + 1)), i * size);
  await table.pause();

  const outputs = await judgeAll(table, values, classes);
  const onReal = outputs.slice(rounds, rounds + OTHERS);
  const onGenerated = outputs.slice(rounds + OTHERS);
  const { height, width, channels, range } = image;
  return {
    step,
    height,
    width,
    channels,
    pixels: toBytes(values.subarray(0, rounds * size), range),
    real: real.slice(0, rounds),
    classes: classes && Uint8Array.from(classes.subarray(0, rounds)),
    outputs: outputs.slice(0, rounds),
    others: { real: onReal, generated: onGenerated },
    threshold: isProbabilistic(objectiveOf(plan.objective)) ? 0 : (meanOf(onReal) + meanOf(onGenerated)) / 2,
    heldOut,
  };
}
