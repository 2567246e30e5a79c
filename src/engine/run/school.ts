/** What surrounds a discriminator that learns classes: the labelled pool, examinations, and the best model so far. */
import { initialState, openStream } from '../../core/random.ts';
import { SCALARS, type ScalarRows } from '../../core/scalars.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { createLabelledBatches, labelledPool, validationExamples } from '../../data/labelled.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { shiftImages } from '../../data/shift.ts';
import type { Plan } from '../../gan/plan.ts';
import type { BestModel } from '../../record/checkpoint.ts';
import type { StartedBackend } from '../backends/backend.ts';
import type { Examples } from '../step/batch.ts';
import { drawBatch } from '../step/batch.ts';
import type { Trainer } from '../step/trainer.ts';
import type { Examination, Marks } from './examination.ts';
import { createExamination } from './examination.ts';

/** The erratum's share of each batch that counts as labelled. */
const LABELLED_SHARE = 0.1;

export interface School {
  /** Indices of the labelled pool. */
  readonly pool: Uint32Array;
  /**
   * The labelled examples of an update.
   *
   * @param update the update's number, from 0
   * @param batch indices of the batch beside them
   */
  labelled(plan: Plan, update: number, batch: Uint32Array): Examples;
  /** Whether D is to be examined, or is being examined, before the next step. */
  isExamining(plan: Plan, step: number, stepsPerEpoch: number): boolean;
  /** Goes on examining; returns a row for the step when it is done. */
  examine(trainer: Trainer, step: number, guard: StartedBackend['guard']): Promise<ScalarRows | null>;
  /** After a return to an earlier step: what was examined since then is examined again, and no model of it is kept. */
  returned(step: number): void;
  /** The best model by the plan's choice, or null before the first examination. */
  best(): BestModel | null;
  /** Of an earlier run that this one goes on from. */
  remember(best: BestModel): void;
}

function rowOf(step: number, { validation, test }: Marks): ScalarRows {
  const values = new Float32Array(SCALARS.length).fill(Number.NaN);
  values[SCALARS.indexOf('accuracyValidation')] = validation;
  values[SCALARS.indexOf('accuracyTest')] = test;
  return { steps: Float64Array.of(step), values };
}

/** @throws Error if the plan has no labels. */
export function createSchool(options: {
  readonly plan: Plan;
  readonly data: LoadedImages;
  readonly seed: number;
  keepBest(): Promise<Snapshot | null>;
}): School {
  const { plan, data, seed, keepBest } = options;
  const { supervision } = plan;
  if (!supervision) throw new Error('This plan has no labels.');
  const count = Math.min(data.capacity, data.info.trainCount);
  const pool = labelledPool({ labels: data.labels, count, classes: supervision.classes }, supervision.labels, seed);
  const validation = validationExamples({ count });
  const test = Uint32Array.from({ length: data.capacity - count }, (_, i) => count + i);

  let batches = createLabelledBatches(pool, supervision.batch, seed);
  let batchSize = supervision.batch;
  let examination: Examination | null = null;
  let examined = 0;
  let best: BestModel | null = null;

  return {
    pool,
    labelled(now, update, batch) {
      const { labelled = 'pool', batch: size = batchSize, shift = 0 } = now.supervision ?? {};
      const drawn = (indices: Uint32Array): Examples => {
        const examples = drawBatch(now, data, indices);
        if (shift === 0 || now.examples.kind !== 'image') return examples;
        const stream = openStream(initialState(seed, `labelled shifts ${update}`));
        return { ...examples, images: shiftImages(examples.images, now.examples, shift, stream) };
      };
      if (labelled === 'position') return drawn(batch.slice(0, Math.ceil(batch.length * LABELLED_SHARE)));
      if (size !== batchSize) {
        batchSize = size;
        batches = createLabelledBatches(pool, size, seed);
      }
      // As for every batch, examples that are not loaded yet are stood in for.
      return drawn(batches.at(update).map((index) => index % data.loaded));
    },
    isExamining(now, step, stepsPerEpoch) {
      const every = now.supervision?.examineEvery ?? 1;
      const due = step % every === 0 || step % stepsPerEpoch === 0;
      return step > 0 && step !== examined && due && data.loaded === data.capacity;
    },
    async examine(trainer, step, guard) {
      if (examination?.step !== step) examination = createExamination(step, data, { validation, test });
      const marks = await examination.ask(trainer, guard);
      if (!marks) return null;
      examination = null;
      examined = step;
      const by = trainer.plan.supervision?.chosenOn ?? 'validation';
      if (!best || marks[by] > best[by]) {
        const snapshot = await keepBest();
        if (snapshot) best = { ...marks, step, snapshot };
      }
      return rowOf(step, marks);
    },
    returned(step) {
      examination = null;
      examined = 0;
      if (best && best.step > step) best = null;
    },
    best: () => best,
    remember(known) {
      best = known;
    },
  };
}
