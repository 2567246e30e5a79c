import type { BackendFall, BackendReason, OpeningDetail } from '../../core/backends.ts';
import type { BackendChoice } from '../../core/config.ts';
import { BACKEND_IDS } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { Plan } from '../../gan/plan.ts';
import type { BackendCandidate, BackendInfo } from '../../protocol/index.ts';
import { cancelled } from '../cancelling.ts';
import type { StartedBackend } from './backend.ts';
import { type Calibrated, calibrateBackend } from './calibrate.ts';
import { type BackendPool, type ChosenBackend, start } from './pool.ts';
import { timerOf } from './timeSteps.ts';

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
  tiles: backend.tiles,
  candidates,
});
