/** The page's end of one worker: requests and answers, and whether it still lives. */
import { EngineError } from '../core/errors.ts';
import type { LostReason } from '../core/problems/run.ts';
import type { EngineEvent, FromWorker, RequestName, RequestOptions, Requests, ToWorker } from '../protocol/index.ts';
import { type Clock, createWatch } from './watch.ts';

/** The part of `Worker` that is used, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Pending {
  resolve(payload: Requests[RequestName][1]): void;
  reject(error: EngineError): void;
}

/** `late` and `silent` may end: the worker is heard after all, and `alive`. Nothing comes after `over`. */
type Life = 'starting' | 'late' | 'alive' | 'silent' | 'over';

/** Milliseconds beyond the usual that the script may take to arrive and run. */
const START_MS = 26_000;

export interface Link {
  request<Name extends RequestName>(
    name: Name,
    payload: Requests[Name][0],
    options?: RequestOptions,
  ): Promise<Requests[Name][1]>;
  /** Terminates the worker and rejects what is pending, and all that is asked later. */
  end(error: EngineError): void;
}

/** Takes over a worker that has just been made. */
export function createLink(worker: WorkerPort, clock: Clock, emit: (event: EngineEvent) => void): Link {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let life: Life = 'starting';
  let ended: EngineError | null = null;

  const hasStarted = () => life === 'alive' || life === 'silent';

  const watch = createWatch(clock, START_MS, () => {
    const started = hasStarted();
    life = started ? 'silent' : 'late';
    emit({ type: 'lost', reason: started ? 'hung' : 'unstarted', detail: null });
  });

  const post = (message: ToWorker): void => worker.postMessage(message);

  function live(allow: number): void {
    const found = life === 'silent' || life === 'late';
    life = 'alive';
    watch.beat(allow);
    if (found) emit({ type: 'found' });
  }

  function end(error: EngineError): void {
    if (life === 'over') return;
    life = 'over';
    ended = error;
    watch.stop();
    worker.terminate();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  function lose(reason: LostReason, detail: string | null): void {
    if (life === 'over') return;
    end(new EngineError('worker-lost', { code: 'worker.lost', reason }, { cause: detail }));
    emit({ type: 'lost', reason, detail });
  }

  worker.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
    if (life === 'over') return;
    switch (message.kind) {
      case 'response':
        pending.get(message.id)?.resolve(message.payload);
        pending.delete(message.id);
        return;
      case 'failure':
        pending.get(message.id)?.reject(EngineError.fromData(message.error));
        pending.delete(message.id);
        return;
      case 'event':
        return emit(message.event);
      case 'beat':
        return live(message.allow);
      case 'thrown':
        return lose('thrown', message.detail);
      default:
        message satisfies never;
    }
  });

  // A script that cannot be loaded, or an error that nothing caught.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(hasStarted() ? 'thrown' : 'unstarted', event.message || null);
  });
  // Something of what it said is missing, and nobody knows what.
  worker.addEventListener('messageerror', () => lose('thrown', 'messageerror'));

  return {
    request(name, payload, { signal } = {}) {
      if (ended) return Promise.reject(ended);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const cancel = () => post({ kind: 'cancel', id });
        const settled = () => signal?.removeEventListener('abort', cancel);
        pending.set(id, {
          resolve(answer) {
            settled();
            resolve(answer as Requests[typeof name][1]);
          },
          reject(error) {
            settled();
            reject(error);
          },
        });
        post({ kind: 'request', id, name, payload } as ToWorker);
        if (signal?.aborted) cancel();
        else signal?.addEventListener('abort', cancel, { once: true });
      });
    },
    end,
  };
}
