import type { BackendFall, BackendReason, OpeningDetail } from '../../core/backends.ts';
import type { BackendChoice, BackendId } from '../../core/config.ts';
import { BACKEND_IDS } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import { sizeOf } from '../../core/network.ts';
import type { StepMode } from '../../core/stepMode.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { Plan } from '../../gan/plan.ts';
import type { BackendCandidate, BackendInfo } from '../../protocol/index.ts';
import { within } from '../../simd/within.ts';
import { cancelled } from '../cancelling.ts';
import { createStepper } from '../step/stepper.ts';
import { createTrainer, disposeTrainer } from '../step/trainer.ts';
import type { StartedBackend } from './backend.ts';
import { type Calibrated, calibrateBackend, type StepTimer } from './calibrate.ts';
import { beatBetweenKernels } from './heart.ts';

/** Steps before one runs compiled: as it comes, as it is written down, and as a program. */
const WARM_UP = 3;
/** Compiling is not waited for any longer. */
const COMPILING_MS = 3000;

export interface ChosenBackend {
  readonly backend: StartedBackend;
  readonly info: BackendInfo;
  /** Whether steps that come again are compiled on it. */
  readonly compiling: boolean;
}

/** The backends of one engine: each started at most once, and never again after its device was lost. */
export interface BackendPool {
  readonly starters: Readonly<Record<BackendId, () => Promise<StartedBackend>>>;
  readonly started: Map<BackendId, Promise<StartedBackend>>;
  readonly lost: Set<BackendId>;
  /** Earlier choices, so that a reset does not calibrate again. */
  readonly chosen: Map<string, ChosenBackend>;
  /** Told when a device goes. */
  onLost: (id: BackendId, error: EngineError) => void;
}

export const createPool = (starters: BackendPool['starters']): BackendPool => ({
  starters,
  started: new Map(),
  lost: new Set(),
  chosen: new Map(),
  onLost: () => undefined,
});

async function start(pool: BackendPool, id: BackendId): Promise<StartedBackend> {
  const starting = pool.started.get(id) ?? pool.starters[id]();
  const known = pool.started.has(id);
  pool.started.set(id, starting);
  try {
    const backend = await starting;
    if (!known) {
      beatBetweenKernels(backend);
      backend.onLost((error) => {
        pool.lost.add(id);
        pool.onLost(id, error);
      });
    }
    return backend;
  } catch (thrown) {
    pool.started.delete(id);
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('backend-unavailable', { code: 'backend.notStarted', id }, { cause: thrown });
  }
}

/** Backends that `chooseBackend` will ask for begin to start, one after the other, while something else is waited for. */
export async function startEarly(pool: BackendPool, choice: BackendChoice): Promise<void> {
  for (const id of choice === 'auto' ? BACKEND_IDS : [choice]) {
    if (pool.lost.has(id) || (id === 'cpu' && pool.started.has('simd'))) continue;
    // What does not start is told when it is chosen.
    await start(pool, id).catch(() => undefined);
  }
}

/** Real training steps of this plan, on examples that are all zero. */
function timerOf(backend: StartedBackend, plan: Plan): StepTimer {
  async function timed<T>(batch: number, compiling: boolean, work: (take: () => Promise<StepMode>) => Promise<T>) {
    const images = new Float32Array(batch * sizeOf(shapeOf(plan.examples)));
    const labels = new Int32Array(batch);
    const examples = { images, labels, ...(plan.supervision && { labelled: { images, labels } }) };
    backend.activate();
    const trainer = createTrainer({ ...plan, batch }, 0);
    const stepper = createStepper(compiling);
    // None that is traced.
    let step = 0;
    const take = async (): Promise<StepMode> => {
      step = step + 1 < plan.traceEvery ? step + 1 : 1;
      backend.activate();
      const { values } = stepper.take(trainer, 'both', () => examples, step);
      // A sync point: a GPU's step is over only when its result can be read.
      await backend.guard(values.data());
      values.dispose();
      return stepper.mode();
    };
    try {
      return await work(async () => {
        const mode = await take();
        if (compiling && mode.kind === 'eager') await within(stepper.settled(), COMPILING_MS);
        return mode;
      });
    } finally {
      backend.activate();
      stepper.reset();
      disposeTrainer(trainer);
    }
  }
  async function perStep(take: () => Promise<unknown>, count: number): Promise<number> {
    const from = performance.now();
    for (let step = 0; step < count; step++) await take();
    return (performance.now() - from) / count;
  }
  return {
    eager: (batch, count) =>
      timed(batch, false, async (take) => {
        await take();
        return perStep(take, count);
      }),
    compiled: (batch, count) =>
      timed(batch, true, async (take) => {
        for (let warmUp = 0; warmUp < WARM_UP; warmUp++) await take();
        return (await take()).kind === 'compiled' ? perStep(take, count) : null;
      }),
  };
}

/**
 * Starts the backend that was asked for, or measures which one is quickest at this plan.
 *
 * A software GPU is not a candidate of its own accord: emulating one is 10 to 100 times slower than computing.
 *
 * @throws EngineError `backend-unavailable` if it does not start, `cancelled` if `signal` is aborted.
 */
export async function chooseBackend(
  pool: BackendPool,
  choice: BackendChoice,
  plan: Plan,
  { onProgress, signal }: { onProgress(detail: OpeningDetail): void; signal: AbortSignal },
): Promise<ChosenBackend> {
  if (choice !== 'auto') {
    if (pool.lost.has(choice)) throw new EngineError('backend-unavailable', { code: 'backend.gone', id: choice });
    const backend = await start(pool, choice);
    return { backend, info: infoOf(backend, { code: 'reason.chosen' }, []), compiling: true };
  }
  const key = JSON.stringify([plan.generator, plan.discriminator, plan.batch]);
  const earlier = pool.chosen.get(key);
  if (earlier && !pool.lost.has(earlier.backend.id)) return earlier;

  const ready: StartedBackend[] = [];
  const ruledOut: BackendCandidate[] = [];
  for (const id of BACKEND_IDS) {
    if (id === 'cpu' && ready.some((backend) => backend.id === 'simd')) {
      ruledOut.push({ id, millisecondsPerStep: null, note: { code: 'note.simdIsQuicker' } });
      continue;
    }
    if (pool.lost.has(id)) {
      ruledOut.push({ id, millisecondsPerStep: null, note: { code: 'note.lost' } });
      continue;
    }
    onProgress({ code: 'opening.starting', id });
    try {
      const backend = await start(pool, id);
      if (backend.software)
        ruledOut.push({ id, millisecondsPerStep: null, note: { code: 'note.software', device: backend.device } });
      else ready.push(backend);
    } catch (thrown) {
      ruledOut.push({
        id,
        millisecondsPerStep: null,
        note: { code: 'note.failed', why: EngineError.from(thrown).problem },
      });
    }
    if (signal.aborted) throw cancelled({ work: 'choosing' });
  }
  const chosen = await quickest(ready, ruledOut, plan, { onProgress, signal });
  // Next time, what is missing now may come.
  if (chosen.backend.id !== 'cpu') pool.chosen.set(key, chosen);
  return chosen;
}

async function quickest(
  ready: readonly StartedBackend[],
  ruledOut: readonly BackendCandidate[],
  plan: Plan,
  { onProgress, signal }: { onProgress(detail: OpeningDetail): void; signal: AbortSignal },
): Promise<ChosenBackend> {
  const [only, second] = ready;
  if (!only) throw new EngineError('backend-unavailable', { code: 'backend.none' });
  if (!second) return { backend: only, info: infoOf(only, { code: 'reason.only' }, ruledOut), compiling: true };

  const measured: (Calibrated & { readonly backend: StartedBackend })[] = [];
  for (const backend of ready) {
    onProgress({ code: 'opening.measuring', id: backend.id });
    const calibrated = await calibrateBackend(backend.id, plan.batch, timerOf(backend, plan)).catch(
      (thrown): Calibrated => ({
        candidate: {
          id: backend.id,
          millisecondsPerStep: null,
          note: { code: 'note.failed', why: EngineError.from(thrown).problem },
        },
        compiling: true,
      }),
    );
    measured.push({ backend, ...calibrated });
    if (signal.aborted) throw cancelled({ work: 'choosing' });
  }
  const time = ({ candidate }: Calibrated) => candidate.millisecondsPerStep ?? Number.POSITIVE_INFINITY;
  measured.sort((a, b) => time(a) - time(b));
  const best = measured[0] as (typeof measured)[number];
  const candidates = [...measured.map(({ candidate }) => candidate), ...ruledOut];
  const reason = { code: 'reason.quickest', among: measured.length, milliseconds: time(best) } as const;
  return { backend: best.backend, info: infoOf(best.backend, reason, candidates), compiling: best.compiling };
}

/** JavaScript is only taken where the CPU kernels did not start: that is told with the reason. */
function fallsOf({ id, falls }: StartedBackend, candidates: readonly BackendCandidate[]): readonly BackendFall[] {
  const note = id === 'cpu' ? candidates.find((candidate) => candidate.id === 'simd')?.note : undefined;
  return note?.code === 'note.failed' ? [{ code: 'fall.javaScript', why: note.why }, ...falls] : falls;
}

const infoOf = (
  backend: StartedBackend,
  reason: BackendReason,
  candidates: readonly BackendCandidate[],
): BackendInfo => ({
  id: backend.id,
  device: backend.device,
  software: backend.software,
  reason,
  falls: fallsOf(backend, candidates),
  candidates,
});
