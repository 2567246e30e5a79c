import { describe, expect, it } from 'vitest';
import type { EngineEvent, FromWorker, ToWorker } from '../protocol/index.ts';
import type { WorkerPort } from './client.ts';
import { createClient } from './client.ts';

/** Stands in for a worker: what was posted, and ways to answer. */
function fakeWorker() {
  const posted: ToWorker[] = [];
  const listeners = new Map<string, (event: never) => void>();
  const worker = {
    postMessage: (message: ToWorker) => posted.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener),
    terminate: () => undefined,
  } as unknown as WorkerPort;
  return {
    worker,
    posted,
    say: (data: FromWorker) => listeners.get('message')?.({ data } as never),
    breakDown: (message: string) => listeners.get('error')?.({ message, preventDefault: () => undefined } as never),
  };
}

describe('the client', () => {
  it('matches answers to requests, in whatever order they come', async () => {
    const { worker, posted, say } = fakeWorker();
    const client = createClient(worker);
    const first = client.request('pause', { run: 1 });
    const second = client.request('pause', { run: 2 });
    const [a, b] = posted.map((message) => message.id);
    say({ kind: 'response', id: b as number, payload: { step: 22 } });
    say({ kind: 'response', id: a as number, payload: { step: 11 } });
    expect([await first, await second]).toEqual([{ step: 11 }, { step: 22 }]);
  });

  it('rejects with a typed error', async () => {
    const { worker, say } = fakeWorker();
    const request = createClient(worker).request('resume', { run: 1 });
    say({ kind: 'failure', id: 1, error: { code: 'device-lost', message: 'Gone.', recoverable: true, cause: 'x' } });
    await expect(request).rejects.toMatchObject({
      name: 'EngineError',
      code: 'device-lost',
      recoverable: true,
      message: 'Gone.',
    });
  });

  it('cancels through an abort signal', async () => {
    const { worker, posted } = fakeWorker();
    const aborting = new AbortController();
    void createClient(worker).request('pause', { run: 1 }, { signal: aborting.signal });
    aborting.abort();
    expect(posted.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  });

  it('hands events to every subscriber until it leaves', () => {
    const { worker, say } = fakeWorker();
    const client = createClient(worker);
    const seen: EngineEvent[] = [];
    const leave = client.subscribe((event) => seen.push(event));
    const event: EngineEvent = { type: 'data', data: 'mnist', loaded: 1, total: 2 };
    say({ kind: 'event', event });
    leave();
    say({ kind: 'event', event });
    expect(seen).toEqual([event]);
  });

  it('fails every request when the worker breaks, and says what to do', async () => {
    const { worker, breakDown } = fakeWorker();
    const client = createClient(worker);
    const problems: EngineEvent[] = [];
    client.subscribe((event) => problems.push(event));
    const request = client.request('pause', { run: 1 });
    breakDown('out of memory');
    await expect(request).rejects.toThrow('The training worker failed: out of memory. Reload the page.');
    await expect(client.request('pause', { run: 1 })).rejects.toThrow('Reload the page');
    expect(problems).toHaveLength(1);
  });
});
