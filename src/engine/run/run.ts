/** One training, from step 0 until it is closed: what it is made of, and how tasks on it follow each other. */
import type { RunConfig } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { ParamValues } from '../../core/params.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { EngineEvent, LabelledDigits, RunId } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import type { ChosenBackend } from '../backends/pool.ts';
import { createEffects, type Effects } from '../measure/effect.ts';
import type { Evaluator } from '../measure/evaluator/evaluator.ts';
import { createMeasuring, type Measuring } from '../measure/measuring.ts';
import { drawLabelled } from '../view/draw.ts';
import { AHEAD } from './ahead.ts';
import { createFeed, type Feed } from './feed.ts';
import { createQueue, type Queue } from './queue.ts';
import type { Resolved } from './resolve.ts';
import type { RunBeside } from './sideline.ts';
import { moveRun, PAUSED, type RunMove, type RunState } from './state.ts';
import { createTraining, type Training } from './training.ts';

export interface Run {
  readonly id: RunId;
  readonly config: RunConfig;
  readonly resolved: Resolved;
  readonly data: LoadedExamples;
  readonly training: Training;
  readonly feed: Feed;
  readonly measuring: Measuring;
  readonly effects: Effects;
  readonly labelled: LabelledDigits | null;
  /** What touches the networks waits here for the work in flight. */
  readonly queue: Queue;
  emit(event: EngineEvent): void;
  /** Where it computes; another one after a device was lost. */
  chosen: ChosenBackend;
  /** As they are after live changes. */
  params: ParamValues;
  /** Changed by `move` alone. */
  state: RunState;
  /** When what was measured was last read back, and when the next snapshot, here and for the page, is due; milliseconds. */
  readAt: number;
  /** Steps after which it is read back, so that a device's queue stays short. */
  ahead: number;
  snapshotDueAt: number;
  checkpointDueAt: number;
  /** The step of the checkpoint that the page was given last; null where it no longer says all. */
  givenStep: number | null;
}

export interface RunParts {
  readonly id: RunId;
  readonly config: RunConfig;
  readonly resolved: Resolved;
  readonly data: LoadedExamples;
  readonly chosen: ChosenBackend;
  evaluator(resolved: Resolved, backend: StartedBackend): Promise<Evaluator | null>;
  readonly beside: RunBeside;
  emit(event: EngineEvent): void;
}

/** Builds both networks, at step 0. */
export function createRun({ id, config, resolved, data, chosen, beside, emit, evaluator }: RunParts): Run {
  const { plan } = resolved;
  const training = createTraining({ config, plan, data, backend: chosen.backend, compiling: chosen.compiling });
  const watched = { run: id, seed: config.seed, training, data, emit };
  return {
    id,
    config,
    resolved,
    data,
    training,
    feed: createFeed(watched),
    measuring: createMeasuring({ ...watched, beside, evaluator: () => evaluator(resolved, training.backend()) }),
    effects: createEffects(training, data, config.seed),
    labelled: training.school && data.kind === 'image' ? drawLabelled(plan, data, training.school.pool) : null,
    queue: createQueue(),
    emit,
    chosen,
    params: config.params,
    state: PAUSED,
    readAt: 0,
    ahead: AHEAD.least,
    snapshotDueAt: 0,
    checkpointDueAt: 0,
    givenStep: null,
  };
}

export const isRunning = ({ state }: Run): boolean => state.kind === 'running';
export const hasFailed = ({ state }: Run): boolean => state.kind === 'failed';

export function move(run: Run, to: RunMove): void {
  run.state = moveRun(run.state, to);
}

/** Stops a run; with an error that the person must see, or because it is where it was to stop. The page is told once. */
export function stop(run: Run, error: EngineError | null): void {
  const { kind } = run.state;
  if (kind === 'failed' || kind === 'closed') return;
  move(run, error ? { type: 'fail', error: error.toData() } : { type: 'pause' });
  run.emit({ type: 'stopped', run: run.id, step: run.training.step(), error: error?.toData() ?? null });
}

/** @throws EngineError if it has stopped with an error, and was not resumed. */
export function checkSound(run: Run): void {
  if (hasFailed(run)) throw new EngineError('internal', { code: 'run.failed' });
}

/** A task in its turn, as long as the run is open. */
export const serially = <Result>(run: Run, task: () => Promise<Result> | Result): Promise<Result> =>
  run.queue.add(() => {
    if (run.state.kind === 'closed') throw new EngineError('unknown-run', { code: 'run.closed' });
    return task();
  });

/** Does what trains or draws: what it throws stops the run. */
export async function trying<Result>(run: Run, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (thrown) {
    const error = EngineError.from(await run.chosen.backend.explain(thrown));
    stop(run, error);
    throw error;
  }
}

/** The same in its turn, if the run is sound. */
export const attempt = <Result>(run: Run, task: () => Promise<Result>): Promise<Result> =>
  serially(run, () => {
    checkSound(run);
    return trying(run, task);
  });

/** A task that only looks, between two steps: what it throws stops nothing. */
export const look = <Seen>(run: Run, task: () => Promise<Seen> | Seen): Promise<Seen> =>
  serially(run, () => {
    checkSound(run);
    run.chosen.backend.activate();
    return task();
  });
