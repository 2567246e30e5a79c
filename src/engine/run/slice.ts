/** A run's share of the time: steps, and what is due between them. */
import { EngineError } from '../../core/errors.ts';
import { checkpointBlob } from '../../record/checkpoint.ts';
import { READ_EVERY_MS, stepsTogether } from './ahead.ts';
import type { Turn } from './loop.ts';
import { attempt, hasFailed, isRunning, type Run, stop } from './run.ts';

const SNAPSHOT_EVERY_MS = 5000;
/** Snapshots may take this share of the time. */
const SHARE = 0.1;
/** So often the page is given one … */
const CHECKPOINT_EVERY_MS = 30_000;
/** … which may take this share of the time. */
const CHECKPOINT_SHARE = 0.02;

/** Trains for a while, at least one step if it may; reads back and shows what is due. What goes wrong stops the run. */
export const slice = (run: Run, turn: Turn): Promise<void> =>
  attempt(run, () => trainFor(run, turn)).catch((thrown: unknown) => stop(run, EngineError.from(thrown)));

async function trainFor(run: Run, { budget, limit, among }: Turn): Promise<void> {
  const { training, feed, measuring } = run;
  const deadline = performance.now() + budget;
  while (isRunning(run) && (training.isExamining() || training.step() < limit)) {
    if (training.isExamining()) await examine(run);
    else {
      training.advance('both');
      feed.tick();
      measuring.stepped();
    }
    const now = performance.now();
    if (training.pending() >= run.ahead || now - run.readAt >= READ_EVERY_MS) await readBack(run);
    if (isThere(run)) {
      await settleAndKeep(run, false);
      stop(run, null);
    }
    if (now >= deadline) break;
  }
  if (training.pending() > 0) return;
  if (performance.now() >= run.snapshotDueAt) await keepSnapshot(run);
  if (feed.wantsGrid()) await feed.refreshGrid(among);
  feed.send(isRunning(run));
}

/** Whether it has reached the step after which it pauses by itself, with its examination. */
function isThere({ state, training }: Run): boolean {
  if (state.kind !== 'running' || state.until === null) return false;
  return training.step() >= state.until && !training.isExamining();
}

/** Marks come behind the row of their step, to which they add. */
async function examine(run: Run): Promise<void> {
  const marks = await run.training.examine();
  if (!marks) return;
  run.givenStep = null;
  if (run.training.pending() > 0) await readBack(run);
  run.feed.append(marks);
}

/** @throws EngineError `non-finite` for a value that is no longer a number. */
async function readBack(run: Run): Promise<void> {
  const { training, feed } = run;
  const steps = training.pending();
  const { rows, bad } = await training.readBack();
  const now = performance.now();
  run.ahead = stepsTogether(steps, now - run.readAt, training.backend().answersIn);
  run.readAt = now;
  feed.append(rows);
  if (!bad) return;
  const good = training.snapshot()?.step ?? null;
  throw new EngineError('non-finite', { code: 'run.notFinite', ...bad, good }, { recoverable: good !== null });
}

async function keepSnapshot(run: Run): Promise<void> {
  const began = performance.now();
  await run.training.keepSnapshot();
  const now = performance.now();
  run.snapshotDueAt = now + Math.max(SNAPSHOT_EVERY_MS, (now - began) / SHARE);
  if (now >= run.checkpointDueAt) giveCheckpoint(run);
}

/** The page gets the last snapshot, to go on from if the engine should be lost. */
function giveCheckpoint(run: Run): void {
  const snapshot = run.training.snapshot();
  if (!snapshot) return;
  const began = performance.now();
  const config = { ...run.config, params: run.params };
  const best = run.training.school?.best();
  const checkpoint = checkpointBlob({ config, snapshot, ...(best && { best }) });
  run.emit({ type: 'snapshot', run: run.id, step: snapshot.step, checkpoint, scalars: run.feed.takeRows() });
  run.givenStep = snapshot.step;
  const now = performance.now();
  run.checkpointDueAt = now + Math.max(CHECKPOINT_EVERY_MS, (now - began) / CHECKPOINT_SHARE);
}

/** Gives the page a checkpoint of this very step; of a run that has failed, of its last good one. */
export async function giveNow(run: Run): Promise<void> {
  if (hasFailed(run)) giveCheckpoint(run);
  else {
    await settle(run);
    run.checkpointDueAt = 0;
    await keepSnapshot(run);
  }
}

/** Everything is read, shown, kept and given to the page, as it is now. */
export async function settleAndKeep(run: Run, running = isRunning(run)): Promise<void> {
  await settle(run, running);
  if (run.training.snapshot()?.step !== run.training.step()) await keepSnapshot(run);
  if (run.training.snapshot()?.step !== run.givenStep) giveCheckpoint(run);
}

/** Everything measured is read, and the grid is of this very step. */
export async function settle(run: Run, running = isRunning(run)): Promise<void> {
  const { training, feed } = run;
  if (training.pending() > 0) await readBack(run);
  if (feed.gridStep() !== training.step()) await feed.refreshGrid();
  if (!training.snapshot()) await keepSnapshot(run);
  feed.touch();
  feed.send(running);
}
