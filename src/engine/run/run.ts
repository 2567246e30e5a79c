import type { ClassView, RunConfig, StepPart } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { Inspection, NetworkName, Spectrum } from '../../core/inspection.ts';
import type { ParamValues } from '../../core/params.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { EngineEvent, LabelledDigits, MeasuringSettings, RunId } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import type { ChosenBackend } from '../backends/chooseBackend.ts';
import type { Snapshot } from '../keep/snapshot.ts';
import type { Evaluator } from '../measure/evaluator/evaluator.ts';
import { inspect } from '../measure/inspection/inspect.ts';
import { spectrumOf } from '../measure/inspection/spectrum.ts';
import { createMeasuring } from '../measure/measuring.ts';
import { drawLabelled } from '../view/draw.ts';
import { createFeed } from './feed.ts';
import type { Loop } from './loop.ts';
import { changePlan, type Resolved } from './resolve.ts';
import { createTraining } from './training.ts';

/** Read back at least this often, so that the page sees what happens … */
const READ_EVERY_MS = 50;
/** … and a GPU's queue never grows long. */
const READ_EVERY_STEPS = 16;
const SNAPSHOT_EVERY_MS = 5000;
/** Snapshots may take this share of the time. */
const SHARE = 0.1;

/** What a run may do before the next one has its turn. */
interface Turn {
  /** Milliseconds. */
  readonly budget: number;
  /** The step beyond which it may not go. */
  readonly limit: number;
  /** So many runs take turns. */
  readonly among: number;
}

/** One training, from step 0 until it is closed. What touches the networks waits for the work in flight. */
export interface Run {
  readonly id: RunId;
  readonly config: RunConfig;
  readonly resolved: Resolved;
  readonly stepsPerEpoch: number;
  readonly labelled: LabelledDigits | null;
  chosen(): ChosenBackend;
  isRunning(): boolean;
  /** Whether it has stopped with an error, and was not resumed. */
  hasFailed(): boolean;
  step(): number;
  /** Lets the loop train it; with `until`, it pauses by itself after that step. */
  train(until: number | null): void;
  /** Stops after the step in flight, reads everything back and draws the grid anew. */
  pause(): Promise<void>;
  /** Trains for a while, at least one step if it may; reads back and shows what is due. */
  slice(turn: Turn): Promise<void>;
  single(part: StepPart): Promise<void>;
  setParams(changes: ParamValues): Promise<void>;
  view(classes: ClassView): Promise<void>;
  /** Both change nothing, and what goes wrong in them stops nothing. */
  inspect(): Promise<Inspection>;
  spectrum(network: NetworkName, layer: number): Promise<Spectrum>;
  credit(): void;
  setMeasuring(settings: MeasuringSettings): Promise<void>;
  /** Scores G as it is; fulfilled when the scores have been told. */
  measure(signal: AbortSignal): Promise<void>;
  /** Stops with an error that the person must see. */
  fail(error: EngineError): void;
  /** Back to the last good snapshot, on the given backend. */
  resume(on: ChosenBackend): Promise<void>;
  /** Stops, and goes back to the model with the best marks. */
  returnToBest(): Promise<void>;
  close(): Promise<void>;
}

export function createRun(options: {
  readonly id: RunId;
  readonly config: RunConfig;
  readonly resolved: Resolved;
  readonly data: LoadedExamples;
  readonly chosen: ChosenBackend;
  evaluator(resolved: Resolved, backend: StartedBackend): Promise<Evaluator | null>;
  readonly beside: Loop['beside'];
  emit(event: EngineEvent): void;
}): Run {
  const { id, config, resolved, data, beside, emit } = options;
  let { chosen } = options;
  const training = createTraining({ config, plan: resolved.plan, data, backend: chosen.backend });
  const feed = createFeed({ run: id, seed: config.seed, training, data, emit });
  const evaluator = () => options.evaluator(resolved, chosen.backend);
  const measuring = createMeasuring({ run: id, seed: config.seed, training, data, evaluator, beside, emit });
  let { params } = config;
  let running = false;
  let closed = false;
  let failed = false;
  let until: number | null = null;
  let readAt = 0;
  let nextSnapshotAt = 0;

  /** Tasks on the networks go one after the other, also across awaits. */
  let tail: Promise<unknown> = Promise.resolve();
  function serially<T>(task: () => Promise<T> | T): Promise<T> {
    const result = tail.then(() => {
      if (closed) throw new EngineError('unknown-run', 'This run was closed.');
      return task();
    });
    tail = result.catch(() => undefined);
    return result;
  }

  const concernsSampling = (name: string): boolean => resolved.specs[name]?.group === 'sampling';

  function stop(error: EngineError | null): void {
    if (failed || closed) return;
    running = false;
    failed = error !== null;
    emit({ type: 'stopped', run: id, step: training.step(), error: error?.toData() ?? null });
  }

  function checkSound(): void {
    if (failed) throw new EngineError('internal', 'This run has stopped with an error. Resume or reset it first.');
  }

  /** A task that trains or draws: what it throws stops the run. */
  const attempt = (task: () => Promise<void>): Promise<void> =>
    serially(async () => {
      checkSound();
      try {
        await task();
      } catch (thrown) {
        const error = EngineError.from(await chosen.backend.explain(thrown));
        stop(error);
        throw error;
      }
    });

  const look = <Seen>(task: () => Promise<Seen>): Promise<Seen> =>
    serially(() => {
      checkSound();
      chosen.backend.activate();
      return task();
    });

  async function readBack(): Promise<void> {
    const { rows, bad } = await training.readBack();
    readAt = performance.now();
    feed.append(rows);
    if (!bad) return;
    const good = training.snapshot();
    const advice = good
      ? `Lower the learning rates, then resume from step ${good.step}.`
      : 'Lower the learning rates and reset.';
    throw new EngineError('non-finite', `At step ${bad.step}, ${bad.name} was no longer a finite number. ${advice}`, {
      recoverable: good !== null,
    });
  }

  async function keepSnapshot(): Promise<void> {
    const began = performance.now();
    await training.keepSnapshot();
    const now = performance.now();
    nextSnapshotAt = now + Math.max(SNAPSHOT_EVERY_MS, (now - began) / SHARE);
  }

  /** Everything measured is read, and the grid is of this very step. */
  async function settle(): Promise<void> {
    if (training.pending() > 0) await readBack();
    if (feed.gridStep() !== training.step()) await feed.refreshGrid();
    if (!training.snapshot()) await keepSnapshot();
    feed.touch();
    feed.send(running);
  }

  /** To the last snapshot, or to an earlier one. */
  async function goBack(on: ChosenBackend, to?: Snapshot): Promise<void> {
    measuring.reset();
    training.restore(on.backend, to);
    chosen = on;
    failed = false;
    feed.rewind();
    await feed.refreshGrid();
  }

  /** Marks come behind the row of their step, to which they add. */
  async function examine(): Promise<void> {
    const marks = await training.examine();
    if (!marks) return;
    if (training.pending() > 0) await readBack();
    feed.append(marks);
  }

  async function trainFor({ budget, limit, among }: Turn): Promise<void> {
    const deadline = performance.now() + budget;
    while (running && (training.isExamining() || training.step() < limit)) {
      if (training.isExamining()) await examine();
      else {
        training.advance('both');
        feed.tick();
        measuring.stepped();
      }
      const now = performance.now();
      if (training.pending() >= READ_EVERY_STEPS || now - readAt >= READ_EVERY_MS) await readBack();
      if (until !== null && training.step() >= until && !training.isExamining()) {
        running = false;
        await settle();
        stop(null);
      }
      if (now >= deadline) break;
    }
    if (training.pending() > 0) return;
    if (performance.now() >= nextSnapshotAt) await keepSnapshot();
    if (feed.wantsGrid()) await feed.refreshGrid(among);
    feed.send(running);
  }

  return {
    id,
    config,
    resolved,
    stepsPerEpoch: training.stepsPerEpoch,
    labelled: training.school && data.kind === 'image' ? drawLabelled(resolved.plan, data, training.school.pool) : null,
    chosen: () => chosen,
    isRunning: () => running,
    hasFailed: () => failed,
    step: () => training.step(),
    train(target) {
      checkSound();
      // Already there: nothing to train, and the page is told as for any other stop.
      if (target !== null && target <= training.step()) return stop(null);
      until = target;
      if (!running) feed.resetSpeed();
      running = true;
    },
    pause() {
      running = false;
      return attempt(settle);
    },
    slice: (turn) => attempt(() => trainFor(turn)),
    single: (part) =>
      attempt(async () => {
        training.advance(part);
        await settle();
      }),
    setParams: (changes) =>
      serially(async () => {
        const changed = changePlan(resolved, params, changes);
        params = changed.params;
        training.setPlan(changed.plan);
        // While training the next grid is soon due by itself.
        if (running || failed || !Object.keys(changes).some(concernsSampling)) return;
        await feed.refreshGrid();
        feed.send(false);
      }),
    view: (classes) =>
      attempt(async () => {
        feed.setClasses(classes);
        await feed.refreshGrid();
        feed.send(running);
      }),
    inspect: () => look(() => inspect(training, data, config.seed)),
    spectrum: (network, layer) =>
      look(async () => ({
        step: training.step(),
        network,
        layer,
        values: await spectrumOf(training.trainer(), network, layer, chosen.backend.guard),
      })),
    credit() {
      feed.credit();
      // A running loop sends by itself, after its next read-back.
      if (!running && !closed) feed.send(running);
    },
    setMeasuring: (settings) => measuring.set(settings),
    async measure(signal) {
      let measured: Promise<void> | null = null;
      // Between two steps; what follows waits for no step and no step for it.
      await serially(() => {
        checkSound();
        chosen.backend.activate();
        measured = measuring.begin(signal);
        measured.catch(() => undefined);
      });
      await measured;
    },
    fail: stop,
    resume: (on) =>
      serially(async () => {
        if (!training.snapshot())
          throw new EngineError('internal', 'There is no earlier state to resume from. Reset the run.');
        await goBack(on);
        feed.send(running);
      }),
    returnToBest() {
      running = false;
      return serially(async () => {
        checkSound();
        const best = training.school?.best();
        if (!best) throw new EngineError('internal', 'No model has been examined yet, so there is none to return to.');
        await goBack(chosen, best.snapshot);
      });
    },
    close() {
      running = false;
      closed = true;
      measuring.reset();
      return tail.then(() => training.dispose());
    },
  };
}
