/** The page's side of the worker: the engine's interface, across messages. */
import { EngineError } from '../core/errors.ts';
import type { EngineEvent, FromWorker, PlaygroundEngine, RequestName, Requests, ToWorker } from '../protocol/index.ts';

interface Pending {
  resolve(payload: Requests[RequestName][1]): void;
  reject(error: EngineError): void;
}

/** The part of `Worker` that the client uses, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Speaks to a worker that hosts the engine. */
export function createClient(worker: WorkerPort): PlaygroundEngine {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let nextId = 1;
  let broken: EngineError | null = null;

  const post = (message: ToWorker): void => worker.postMessage(message);
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };

  worker.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
    switch (message.kind) {
      case 'response':
        pending.get(message.id)?.resolve(message.payload);
        pending.delete(message.id);
        break;
      case 'failure':
        pending.get(message.id)?.reject(EngineError.fromData(message.error));
        pending.delete(message.id);
        break;
      case 'event':
        emit(message.event);
        break;
      default:
        message satisfies never;
    }
  });

  // A script that cannot be loaded, or an error that nothing caught: the worker is of no more use.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    broken = new EngineError(
      'internal',
      `The training worker failed${event.message ? `: ${event.message}` : ' to start'}. Reload the page.`,
    );
    for (const { reject } of pending.values()) reject(broken);
    pending.clear();
    emit({ type: 'problem', error: broken.toData() });
  });

  return {
    request<Name extends RequestName>(
      name: Name,
      payload: Requests[Name][0],
      options?: Parameters<PlaygroundEngine['request']>[2],
    ) {
      if (broken) return Promise.reject(broken);
      const id = nextId++;
      return new Promise<Requests[Name][1]>((resolve, reject) => {
        const signal = options?.signal;
        const cancel = () => post({ kind: 'cancel', id });
        const settled = () => signal?.removeEventListener('abort', cancel);
        pending.set(id, {
          resolve: (answer) => {
            settled();
            resolve(answer as Requests[Name][1]);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        post({ kind: 'request', id, name, payload } as ToWorker);
        if (signal?.aborted) cancel();
        else signal?.addEventListener('abort', cancel, { once: true });
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      worker.terminate();
      listeners.clear();
      for (const { reject } of pending.values())
        reject(new EngineError('cancelled', 'The training worker was closed.'));
      pending.clear();
    },
  };
}

/** Starts the worker. It fetches tfjs and answers when it is ready. */
export function createWorkerClient(): PlaygroundEngine {
  return createClient(new Worker(new URL('./host.ts', import.meta.url), { type: 'module', name: 'engine' }));
}
