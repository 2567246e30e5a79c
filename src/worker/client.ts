/** The page's side of the worker: the engine's interface, across messages. */
import { EngineError } from '../core/errors.ts';
import type { EngineEvent, PlaygroundEngine, ToWorker } from '../protocol/index.ts';
import { createLink, type Link, type WorkerPort } from './link.ts';
import { type Clock, pageClock } from './watch.ts';

export interface WorkerClient extends PlaygroundEngine {
  /**
   * Ends the worker and starts a new one, whatever state the old one is in. What was pending has been rejected with
   * `worker-lost` when this returns; later requests go to the new one, which knows no run yet. If it does not start
   * either, `lost` follows again.
   */
  restart(): void;
}

/**
 * Speaks to a worker that hosts the engine, and watches over it. That a worker is lost is told by the event `lost`:
 *
 * - `hung`, or `unstarted` because nothing has come yet: it is silent, and may be slow or be no more. Requests stay pending, and
 *   if it answers after all the event `found` says so and all is as before. Who does not want to wait calls `restart`.
 * - `thrown`, or `unstarted` because its script failed: it is over. Everything pending is rejected with
 *   `worker-lost`, and so is every request until `restart`.
 *
 * Runs live in the worker. Whoever restarts it opens them anew, from what it was given before.
 *
 * @param start Makes a worker that runs host.ts.
 */
export function createClient(start: () => WorkerPort, clock: Clock = pageClock): WorkerClient {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let link: Link = createLink(start(), clock, emit);

  return {
    request: (name, payload, options) => link.request(name, payload, options),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart() {
      link.end(new EngineError('worker-lost', { code: 'worker.restarted' }));
      link = createLink(start(), clock, emit);
    },
    close() {
      listeners.clear();
      link.end(new EngineError('cancelled', { code: 'cancelled', work: 'worker' }));
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./host.ts', import.meta.url), { type: 'module', name: 'engine' });
  worker.postMessage({ kind: 'start', page: document.baseURI } satisfies ToWorker);
  return worker;
}

/** Starts the worker. It fetches tfjs and answers when it is ready. */
export const createWorkerClient = (): WorkerClient => createClient(startWorker);
