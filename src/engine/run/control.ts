/** What a person does with a run. */

import type { ClassView, StepPart } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { FileLike } from '../../core/file.ts';
import { imported } from '../../core/imported.ts';
import type { Inspection, NetworkName, Spectrum } from '../../core/inspection.ts';
import type { ParamValues } from '../../core/params.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { StepTrace } from '../../core/trace.ts';
import type { StepEffect } from '../../protocol/index.ts';
import type { BestModel, Checkpoint } from '../../record/checkpoint.ts';
import type { ChosenBackend } from '../backends/pool.ts';
import { beginWith } from '../keep/beginWith.ts';
import { inspect as lookInside } from '../measure/inspection/inspect.ts';
import { spectrumOf } from '../measure/inspection/spectrum.ts';
import type { StepWatch } from '../step/watch.ts';
import { changePlan } from './resolve.ts';
import { attempt, checkSound, hasFailed, isRunning, look, move, type Run, serially, stop, trying } from './run.ts';
import { giveNow, settle, settleAndKeep } from './slice.ts';

/** A step taken slowly. */
interface ToldSlowly {
  readonly effect: StepEffect;
  readonly trace: StepTrace;
}

const fetchSlowStep = imported(
  () => import('../measure/slowStep.ts'),
  ({ watchStep }) => watchStep,
);

/** Lets the loop train it; with `until`, it pauses by itself after that step. */
export function train(run: Run, until: number | null): void {
  checkSound(run);
  if (until !== null && until <= run.training.step()) {
    // Already there: nothing to train, and the page is told as for any other stop.
    stop(run, null);
    return;
  }
  if (!isRunning(run)) run.feed.resetSpeed();
  move(run, { type: 'train', until });
}

/** Stops after the step in flight, reads everything back and draws the grid anew. If that step fails, its error stands. */
export function pause(run: Run): Promise<void> {
  move(run, { type: 'pause' });
  return serially(run, () => (hasFailed(run) ? undefined : trying(run, () => settleAndKeep(run))));
}

/** One step of a run that is paused. */
export const single = (run: Run, part: StepPart): Promise<void> =>
  attempt(run, async () => {
    run.training.advance(part);
    await settle(run);
  });

const effectOf = (run: Run, part: StepPart, watch?: StepWatch): Promise<StepEffect> =>
  run.effects.of(part, run.feed.classes(), () => run.training.advance(part, watch));

/** The same, and what it did; the run is, bit for bit, what it is if nobody asks. */
export const tell = (run: Run, part: StepPart): Promise<StepEffect> =>
  attempt(run, async () => {
    const effect = await effectOf(run, part);
    await settle(run);
    return effect;
  });

/** The same, and all that it came by on its way; the run is, bit for bit, what it is if nobody looks on. */
export async function tellSlowly(run: Run, part: StepPart): Promise<ToldSlowly> {
  const watchStep = await fetchSlowStep();
  return attempt(run, async () => {
    const { training } = run;
    const slow = watchStep(training.trainer());
    try {
      const effect = await effectOf(run, part, slow.watch);
      const trace = await slow.read(training.step(), part, training.backend().guard);
      await settle(run);
      return { effect, trace };
    } finally {
      slow.dispose();
    }
  });
}

/** @throws EngineError `bad-config` if a change needs a new run, or makes no sense; then all stays as it is. */
export const setParams = (run: Run, changes: ParamValues): Promise<void> =>
  serially(run, async () => {
    const { resolved, training, feed } = run;
    const { params, plan } = changePlan(resolved, run.params, changes);
    run.params = params;
    run.givenStep = null;
    training.setPlan(plan);
    const concernsSampling = Object.keys(changes).some((name) => resolved.specs[name]?.group === 'sampling');
    // While training the next grid is soon due by itself.
    if (run.state.kind !== 'paused' || !concernsSampling) return;
    await feed.refreshGrid();
    feed.send(false);
  });

/** Chooses which classes the grid shows; a new grid follows at once, also while paused. */
export const view = (run: Run, classes: ClassView): Promise<void> =>
  attempt(run, async () => {
    run.feed.setClasses(classes);
    await run.feed.refreshGrid();
    run.feed.send(isRunning(run));
  });

export const inspect = (run: Run): Promise<Inspection> =>
  look(run, () => lookInside(run.training, run.data, run.config.seed));

export const spectrum = (run: Run, network: NetworkName, layer: number): Promise<Spectrum> =>
  look(run, async () => ({
    step: run.training.step(),
    network,
    layer,
    values: await spectrumOf(run.training.trainer(), network, layer, run.chosen.backend.guard),
  }));

/** The page is given a checkpoint. @returns the step that it is of */
export const giveCheckpoint = (run: Run): Promise<number> =>
  serially(run, async () => {
    await trying(run, () => giveNow(run));
    const snapshot = run.training.snapshot();
    if (!snapshot) throw new EngineError('internal', { code: 'run.noSnapshot' });
    return snapshot.step;
  });

/** Scores G as it is; fulfilled when the scores have been told. */
export async function measure(run: Run, signal: AbortSignal): Promise<void> {
  let measured: Promise<void> | null = null;
  // Between two steps; what follows waits for no step and no step for it.
  await look(run, () => {
    measured = run.measuring.begin(signal);
    measured.catch(() => undefined);
  });
  await measured;
}

/** The page has drawn the last frame. */
export function credit(run: Run): void {
  run.feed.credit();
  // A running loop sends by itself, after its next read-back.
  if (run.state.kind === 'paused' || run.state.kind === 'failed') run.feed.send(false);
}

/** To the last snapshot, or to an earlier one. */
async function goBack(run: Run, on: ChosenBackend, to?: Snapshot, best?: BestModel): Promise<void> {
  run.measuring.reset();
  run.effects.forget();
  run.training.restore(on.backend, to, best);
  run.chosen = on;
  run.givenStep = null;
  move(run, { type: 'resume' });
  run.feed.rewind();
  await run.feed.refreshGrid();
}

/** After an error: back to the last good snapshot, on the given backend. */
export const resume = (run: Run, on: ChosenBackend): Promise<void> =>
  serially(run, async () => {
    if (!run.training.snapshot()) throw new EngineError('internal', { code: 'run.noSnapshot' });
    await goBack(run, on);
    run.feed.send(false);
  });

/** Stops, and goes back to the model with the best marks. */
export function returnToBest(run: Run): Promise<void> {
  move(run, { type: 'pause' });
  return serially(run, async () => {
    checkSound(run);
    const best = run.training.school?.best();
    if (!best) throw new EngineError('internal', { code: 'run.noBest' });
    await goBack(run, run.chosen, best.snapshot);
  });
}

/** Begins where an earlier run of the same config ended. */
export const beginAt = (run: Run, { snapshot, best }: Checkpoint): Promise<void> =>
  serially(run, async () => {
    await goBack(run, run.chosen, snapshot, best);
    // The page has it: it comes from there.
    run.givenStep = snapshot.step;
  });

/** Begins with weights from a file, in place of random ones. */
export const beginFrom = (run: Run, weights: FileLike): Promise<void> =>
  serially(run, () => {
    run.chosen.backend.activate();
    return beginWith(run.training.trainer(), weights);
  });

export async function close(run: Run): Promise<void> {
  move(run, { type: 'close' });
  run.measuring.reset();
  await run.queue.idle();
  run.training.dispose();
}
