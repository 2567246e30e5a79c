import type { BackendId } from '../../core/config.ts';
import type { BackendCandidate } from '../../protocol/index.ts';

/** Batch of the first, quick measurement. */
const PROBE_BATCH = 2;
/** A full step is only tried where the probe promises less than this. */
const FULL_STEP_LIMIT_MS = 1000;

/**
 * Measures how long a training step takes on one backend: a tiny batch first, and the full batch only where
 * that promises to be quick, so that a slow backend costs little time to rule out.
 *
 * @param timeSteps runs `count` steps of the given batch and returns milliseconds per step; the first of a
 *   batch size compiles shaders and is not counted
 */
export async function calibrateBackend(
  id: BackendId,
  batch: number,
  timeSteps: (batch: number, count: number) => Promise<number>,
): Promise<BackendCandidate> {
  const probe = Math.min(PROBE_BATCH, batch);
  const probed = await timeSteps(probe, 1);
  const promised = (probed * batch) / probe;
  if (promised > FULL_STEP_LIMIT_MS) {
    return { id, millisecondsPerStep: promised, note: { code: 'note.promised', milliseconds: promised, batch: probe } };
  }
  const measured = await timeSteps(batch, 2);
  return { id, millisecondsPerStep: measured, note: { code: 'note.measured', milliseconds: measured } };
}
