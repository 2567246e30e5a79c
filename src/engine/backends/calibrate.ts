import type { BackendId } from '../../core/config.ts';
import type { BackendCandidate } from '../../protocol/index.ts';

/** Batch of the first, quick measurement. */
const PROBE_BATCH = 2;
/** A full step is only tried where the probe promises less than this. */
const FULL_STEP_LIMIT_MS = 1000;

export interface Calibrated {
  readonly candidate: BackendCandidate;
  /** Whether steps that come again are compiled on it: unless they were measured to be slower so. */
  readonly compiling: boolean;
}

/** What measures a backend. The first steps of a batch size, which compile shaders, are not counted. */
export interface StepTimer {
  /** Runs `count` steps of the given batch. @returns milliseconds a step */
  eager(batch: number, count: number): Promise<number>;
  /** The same compiled; null where that cannot be, or takes too long to prepare. */
  compiled(batch: number, count: number): Promise<number | null>;
}

/**
 * Measures how long a training step takes on one backend: a tiny batch first, and the full batch only where
 * that promises to be quick, so that a slow backend costs little time to rule out.
 */
export async function calibrateBackend(id: BackendId, batch: number, timer: StepTimer): Promise<Calibrated> {
  const probe = Math.min(PROBE_BATCH, batch);
  const probed = await timer.eager(probe, 1);
  const promised = (probed * batch) / probe;
  if (promised > FULL_STEP_LIMIT_MS) {
    const note = { code: 'note.promised', milliseconds: promised, batch: probe } as const;
    return { candidate: { id, millisecondsPerStep: promised, note }, compiling: true };
  }
  const eager = await timer.eager(batch, 2);
  const compiled = await timer.compiled(batch, 2);
  const note = { code: 'note.measured', milliseconds: eager, compiled } as const;
  const millisecondsPerStep = Math.min(eager, compiled ?? eager);
  return { candidate: { id, millisecondsPerStep, note }, compiling: compiled === null || compiled <= eager };
}
