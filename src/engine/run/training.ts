import type { RunConfig, StepPart } from '../../core/config.ts';
import type { ScalarRows } from '../../core/scalars.ts';
import { type BatchesState, bytesOf, type Snapshot } from '../../core/snapshot.ts';
import type { StepMode } from '../../core/stepMode.ts';
import type { Batches } from '../../data/batches.ts';
import { createBatches, firstBatchesState } from '../../data/batches.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { Plan } from '../../gan/plan.ts';
import type { BestModel } from '../../record/checkpoint.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { restoreSnapshot, takeSnapshot, trainerBytes } from '../keep/snapshot.ts';
import { createVariety, VARIETY_EVERY, type Variety } from '../measure/variety.ts';
import { batchAt } from '../step/batch.ts';
import type { Reading } from '../step/readback.ts';
import { createReadback, joined } from '../step/readback.ts';
import { createStepper } from '../step/stepper.ts';
import type { Trainer } from '../step/trainer.ts';
import { createTrainer, disposeTrainer } from '../step/trainer.ts';
import type { StepWatch } from '../step/watch.ts';
import type { School } from './school.ts';
import { createSchool } from './school.ts';

/** A trainer at work on its data: steps, what they measured, and the way back to an earlier state. */
export interface Training {
  readonly stepsPerEpoch: number;
  trainer(): Trainer;
  backend(): StartedBackend;
  step(): number;
  /** Whole passes over the data, and the share of the current one in [0, 1). */
  progress(): { readonly epoch: number; readonly epochProgress: number };
  /** Queues one step on the device. @param watch looks on, and changes nothing */
  advance(part: StepPart, watch?: StepWatch): void;
  /** How the last step was taken. */
  mode(): StepMode;
  /** Steps not read back yet. */
  pending(): number;
  readBack(): Promise<Reading>;
  /** Whether D is to be examined on held-out examples before the next step: where it learns classes. */
  isExamining(): boolean;
  /** Goes on with an examination: a row with its marks when it is done. */
  examine(): Promise<ScalarRows | null>;
  /** The labelled pool and the best model so far; null where D learns no classes. */
  readonly school: Pick<School, 'pool' | 'best'> | null;
  /** How much what G draws varies; measured by itself every `VARIETY_EVERY` steps. */
  readonly variety: Variety;
  setPlan(plan: Plan): void;
  /** Reads the state back, or keeps the last one where a weight is not finite. */
  keepSnapshot(): Promise<void>;
  snapshot(): Snapshot | null;
  /**
   * Back to a snapshot, which then is the last one; on another backend after its device was lost.
   *
   * @param from the last one by default
   */
  restore(on: StartedBackend, from?: Snapshot, best?: BestModel): void;
  /** Bytes of what it holds: networks with all that belongs to them, and snapshots. */
  bytes(): number;
  /**
   * Frees the networks, of which a snapshot stays. They must not be asked for until `wake`.
   *
   * @returns false, and nothing is done, if the state cannot be kept: a weight is not finite
   */
  rest(): Promise<boolean>;
  /** Builds the networks again, as they were. */
  wake(on: StartedBackend): void;
  dispose(): void;
}

/** Builds both networks on the given backend, at step 0. */
export function createTraining(options: {
  readonly config: RunConfig;
  readonly plan: Plan;
  readonly data: LoadedExamples;
  readonly backend: StartedBackend;
  /** Whether steps that come again are compiled; they are by default. */
  readonly compiling?: boolean;
}): Training {
  const { config, data } = options;
  let { plan, backend } = options;
  // Test examples may be there only to be examined on, or shown.
  const capacity = plan.includeTest ? data.capacity : Math.min(data.capacity, data.info.trainCount);
  const openBatches = (state: BatchesState): Batches => createBatches({ capacity, batch: plan.batch, state });
  const built = (): Trainer => {
    if (!trainer) throw new Error('The networks were freed, and nobody has built them again.');
    return trainer;
  };
  const take = () => takeSnapshot(built(), step, batches.state(), backend);
  const school =
    plan.supervision && data.kind === 'image' ? createSchool({ plan, data, seed: config.seed, keepBest: take }) : null;

  const variety = createVariety(plan, data, config.seed);

  let batches = openBatches(firstBatchesState(config.seed));
  backend.activate();
  /** Null while it rests. */
  let trainer: Trainer | null = createTrainer(plan, config.seed);
  const readback = createReadback();
  const stepper = createStepper(options.compiling);
  let step = 0;
  let snapshot: Snapshot | null = null;

  function load(on: StartedBackend): void {
    if (!snapshot) throw new Error('There is no snapshot to restore.');
    on.activate();
    readback.dispose();
    if (on !== backend && trainer) {
      // The old networks went with their device; this only takes them off tfjs's books.
      stepper.reset();
      disposeTrainer(trainer);
      trainer = null;
    }
    backend = on;
    trainer ??= createTrainer(plan, config.seed);
    restoreSnapshot(trainer, snapshot);
    batches = openBatches(snapshot.batches);
    step = snapshot.step;
  }

  return {
    stepsPerEpoch: Math.ceil(batches.stepsPerEpoch / plan.schedule.kD),
    trainer: built,
    backend: () => backend,
    step: () => step,
    progress() {
      const { epoch, position } = batches.state();
      return { epoch, epochProgress: position / plan.batch / batches.stepsPerEpoch };
    },
    advance(part, watch) {
      backend.activate();
      const now = built();
      const nextBatch = () => {
        const indices = batches.next(data.loaded);
        const labelled = school?.labelled(plan, now.optimizers.discriminator.updates, indices);
        return batchAt(plan, data, indices, labelled);
      };
      const measured = stepper.take(watch ? { ...now, watch } : now, part, nextBatch, step);
      step += 1;
      const seen = step % VARIETY_EVERY === 0 ? variety.measure(now) : null;
      readback.push(step, seen ? joined(measured, seen) : measured);
    },
    isExamining: () => school?.isExamining(plan, step, batches.stepsPerEpoch) ?? false,
    examine() {
      backend.activate();
      return school?.examine(built(), step, backend.guard) ?? Promise.resolve(null);
    },
    school,
    variety,
    mode: () => stepper.mode(),
    pending: () => readback.pending(),
    readBack() {
      backend.activate();
      return readback.flush(backend.guard);
    },
    setPlan(next) {
      plan = next;
      if (trainer) trainer.plan = next;
    },
    async keepSnapshot() {
      backend.activate();
      snapshot = (await take()) ?? snapshot;
    },
    snapshot: () => snapshot,
    restore(on, from, best) {
      snapshot = from ?? snapshot;
      load(on);
      school?.returned(step);
      if (best) school?.remember(best);
    },
    bytes() {
      const best = school?.best()?.snapshot;
      const snapshots = new Set([snapshot, best].filter((kept) => kept !== null && kept !== undefined));
      const kept = [...snapshots].reduce((sum, one) => sum + bytesOf(one), 0);
      return kept + (trainer ? trainerBytes(trainer) : 0);
    },
    async rest() {
      backend.activate();
      const now = await take();
      if (!now) return false;
      snapshot = now;
      backend.activate();
      stepper.reset();
      disposeTrainer(built());
      trainer = null;
      return true;
    },
    wake: load,
    dispose() {
      backend.activate();
      readback.dispose();
      stepper.reset();
      if (trainer) disposeTrainer(trainer);
    },
  };
}
