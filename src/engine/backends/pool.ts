/** The backends of one engine, as far as they have started. */
import type { BackendChoice, BackendId } from '../../core/config.ts';
import { BACKEND_IDS } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { BackendInfo } from '../../protocol/index.ts';
import type { StartedBackend } from './backend.ts';
import { beatBetweenKernels } from './heart.ts';

export interface ChosenBackend {
  readonly backend: StartedBackend;
  readonly info: BackendInfo;
  /** Whether steps that come again are compiled on it. */
  readonly compiling: boolean;
}

/** Each is started at most once, and never again after its device was lost. */
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

export async function start(pool: BackendPool, id: BackendId): Promise<StartedBackend> {
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

/**
 * Backends that `chooseBackend` will ask for begin to start, one after the other, while something else is waited for. Once
 * some have, nothing is left to gain: what did not start would only be tried again with every run.
 */
export async function startEarly(pool: BackendPool, choice: BackendChoice): Promise<void> {
  if (pool.started.size > 0) return;
  for (const id of choice === 'auto' ? BACKEND_IDS : [choice]) {
    if (pool.lost.has(id) || (id === 'cpu' && pool.started.has('simd'))) continue;
    // What does not start is told when it is chosen.
    await start(pool, id).catch(() => undefined);
  }
}
