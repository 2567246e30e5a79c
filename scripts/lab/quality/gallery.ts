/** Data, evaluators and real examples of the sets that systems are scored on, each made once. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RunConfig } from '../../../src/core/config.ts';
import type { ImageSetInfo } from '../../../src/core/dataSet.ts';
import { info as mnist } from '../../../src/data/sets/mnist.ts';
import {
  type Checkpoint,
  createEvaluator,
  createTrainer,
  disposeTrainer,
  type Evaluator,
  type LoadedImages,
  type QualityOptions,
  resolve,
  restoreSnapshot,
  type StartedBackend,
  scoreGenerator,
  scoreReal,
  trainEvaluator,
} from '../../../src/engine/headless.ts';
import type { ImageSpec } from '../../../src/gan/plan.ts';
import { quality } from '../../../src/i18n/parts/quality.ts';
import type { Score } from '../../../src/metrics/score.ts';
import { loadWhole } from '../../build/packedData.ts';
import { openQuality, shippedEvaluator } from '../../cli/evaluate/evaluator.ts';
import type { Scores } from './table.ts';

const SAMPLES = 1000;

/** A set that is scored on. */
interface Kept {
  readonly data: LoadedImages;
  evaluator?: Promise<Evaluator>;
}

export interface Room {
  readonly data: LoadedImages;
  readonly evaluator: Evaluator;
}

const nameOf = (id: string): string =>
  (quality.measure as Readonly<Record<string, { readonly name: string }>>)[id]?.name ?? id;

/** What the table shows of each. */
const shown = (scores: readonly Score[]): Scores =>
  Object.fromEntries(
    scores.map(({ id, direction, value, floor, interval: { low, high } }) => [
      id,
      { name: nameOf(id), direction, value, floor, low, high },
    ]),
  );

/** @param folder where classifiers of sets without a shipped one are kept */
export function openGallery(backend: StartedBackend, folder: string) {
  const rooms = new Map<string, Promise<Kept>>();

  const roomOf = (info: ImageSetInfo): Promise<Kept> => {
    const known = rooms.get(info.id) ?? loadWhole(info).then((data) => ({ data }));
    rooms.set(info.id, known);
    return known;
  };

  async function roomFor(config: RunConfig) {
    const { data: info, plan } = resolve(config);
    const { examples } = plan;
    if (info.kind !== 'image' || examples.kind !== 'image') throw new Error(`${info.name} is not a set of images.`);
    return { room: await roomOf(info), plan, examples };
  }

  async function classifierOf(data: LoadedImages, image: ImageSpec): Promise<Evaluator> {
    if (data.info.id === mnist.id) return shippedEvaluator();
    const file = join(folder, `evaluator-${data.info.id}.safetensors`);
    if (!existsSync(file)) {
      const trained = await trainEvaluator({ data, image, backend, between: async () => undefined });
      console.log(`A classifier for ${data.info.name} is right on ${(100 * trained.accuracy).toFixed(1)} %.`);
      writeFileSync(file, trained.file);
    }
    return createEvaluator(readFileSync(file));
  }

  async function furnished(room: Kept, image: ImageSpec): Promise<Room> {
    room.evaluator ??= classifierOf(room.data, image);
    return { data: room.data, evaluator: await room.evaluator };
  }

  async function optionsOf(room: Kept, image: ImageSpec): Promise<QualityOptions> {
    return {
      ...(await furnished(room, image)),
      samples: SAMPLES,
      seed: 1,
      pause: () => setImmediate(),
    };
  }

  return {
    dataOf: async (config: RunConfig) => (await roomFor(config)).room.data,
    /** Data, and the classifier of its examples. */
    async roomOf(config: RunConfig): Promise<Room> {
      const { room, examples } = await roomFor(config);
      return furnished(room, examples);
    },
    async score({ config, snapshot }: Checkpoint): Promise<Scores> {
      const { room, plan, examples } = await roomFor(config);
      const trainer = createTrainer(plan, config.seed);
      restoreSnapshot(trainer, snapshot);
      const scores = await scoreGenerator(trainer, backend, await optionsOf(room, examples));
      disposeTrainer(trainer);
      return shown(scores);
    },
    /** The reference: official test digits, of MNIST. */
    scoreReal: async () => shown(await scoreReal(openQuality((await roomOf(mnist)).data, { samples: SAMPLES }))),
  };
}
