import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../protocol/index.ts';
import { createClient } from './client.ts';
import { fakeWorker, heldClock } from './testing/fakes.ts';

/** A client whose worker has started, every worker it has made, and what it has told. */
function connected() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const time = heldClock();
  const client = createClient(() => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker.port;
  }, time.clock);
  const events: EngineEvent[] = [];
  client.subscribe((event) => events.push(event));
  const worker = (index = 0) => workers[index] as ReturnType<typeof fakeWorker>;
  return { client, worker, time, events };
}

function started() {
  const all = connected();
  all.worker().beat();
  return all;
}

describe('the client', () => {
  it('matches answers to requests, in whatever order they come', async () => {
    const { client, worker } = started();
    const { posted, say } = worker();
    const first = client.request('pause', { runs: [1] });
    const second = client.request('pause', { runs: [2] });
    const [a, b] = posted.map((message) => ('id' in message ? message.id : null));
    say({ kind: 'response', id: b as number, payload: { step: 22 } });
    say({ kind: 'response', id: a as number, payload: { step: 11 } });
    expect([await first, await second]).toEqual([{ step: 11 }, { step: 22 }]);
  });

  it('rejects with a typed error', async () => {
    const { client, worker } = started();
    const request = client.request('resume', { run: 1 });
    const problem = { code: 'run.unknown', run: 1 } as const;
    const error = { code: 'device-lost', problem, recoverable: true, cause: 'x' } as const;
    worker().say({ kind: 'failure', id: 1, error });
    await expect(request).rejects.toMatchObject({
      name: 'EngineError',
      code: 'device-lost',
      recoverable: true,
      problem,
    });
  });

  it('cancels through an abort signal', () => {
    const { client, worker } = started();
    const aborting = new AbortController();
    void client.request('pause', { runs: [1] }, { signal: aborting.signal });
    aborting.abort();
    expect(worker().posted.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  });

  it('hands events to every subscriber until it leaves', () => {
    const { client, worker } = started();
    const seen: EngineEvent[] = [];
    const leave = client.subscribe((event) => seen.push(event));
    const event: EngineEvent = { type: 'data', data: 'mnist', loaded: 1, total: 2 };
    worker().say({ kind: 'event', event });
    leave();
    worker().say({ kind: 'event', event });
    expect(seen).toEqual([event]);
  });

  it('rejects what is pending when it is closed', async () => {
    const { client, worker } = started();
    const request = client.request('pause', { runs: [1] });
    client.close();
    await expect(request).rejects.toMatchObject({ code: 'cancelled' });
    expect(worker().isTerminated()).toBe(true);
  });
});

describe('a worker that is over', () => {
  const LOST = { code: 'worker-lost' };

  it.each([
    ['an error that nothing caught', 'thrown', 'x is null', (worker) => worker.throw('x is null')],
    [
      'a promise that nobody cared for',
      'thrown',
      'Error: y',
      (worker) => worker.say({ kind: 'thrown', detail: 'Error: y' }),
    ],
    ['a message that cannot be read', 'thrown', 'messageerror', (worker) => worker.garble()],
  ] as readonly [string, string, string, (worker: ReturnType<typeof fakeWorker>) => void][])(
    'is told at once: %s',
    async (_, reason, detail, breakDown) => {
      const { client, worker, events } = started();
      const pending = client.request('pause', { runs: [1] });
      breakDown(worker());
      expect(events).toEqual([{ type: 'lost', reason, detail }]);
      expect(worker().isTerminated()).toBe(true);
      await expect(pending).rejects.toMatchObject(LOST);
      await expect(client.request('pause', { runs: [1] })).rejects.toMatchObject(LOST);
    },
  );

  it('is told once, and nothing of it is heard any more', () => {
    const { worker, time, events } = started();
    worker().throw('x');
    worker().throw('y');
    worker().beat();
    worker().say({ kind: 'event', event: { type: 'data', data: 'mnist', loaded: 1, total: 2 } });
    time.pass(60_000);
    expect(events).toHaveLength(1);
  });

  it('never started, where its script fails', () => {
    const { worker, events } = connected();
    worker().throw('');
    expect(events).toEqual([{ type: 'lost', reason: 'unstarted', detail: null }]);
  });
});

describe('a worker that is silent', () => {
  it('is told within five seconds; what is pending is answered if it is heard again', async () => {
    const { client, worker, time, events } = started();
    const pending = client.request('pause', { runs: [1] });
    time.pass(4900);
    expect(events).toEqual([{ type: 'lost', reason: 'hung', detail: null }]);
    expect(worker().isTerminated()).toBe(false);
    worker().beat();
    expect(events.at(-1)).toEqual({ type: 'found' });
    worker().say({ kind: 'response', id: 1, payload: { step: 3 } });
    await expect(pending).resolves.toEqual({ step: 3 });
  });

  it('is not told of while it does long work that it has announced', () => {
    const { worker, time, events } = started();
    worker().beat(30_000);
    time.pass(30_000);
    worker().beat();
    time.pass(3000);
    expect(events).toEqual([]);
  });

  it('may be slow to arrive', () => {
    const { worker, time, events } = connected();
    time.pass(29_000);
    expect(events).toEqual([]);
    time.pass(2000);
    expect(events).toEqual([{ type: 'lost', reason: 'unstarted', detail: null }]);
    worker().beat();
    expect(events.at(-1)).toEqual({ type: 'found' });
  });
});

describe('a new start', () => {
  it('rejects what was asked of the old worker, and asks the new one', async () => {
    const { client, worker, time, events } = started();
    const pending = client.request('pause', { runs: [1] });
    time.pass(5000);
    client.restart();
    expect(worker(0).isTerminated()).toBe(true);
    await expect(pending).rejects.toMatchObject({ code: 'worker-lost' });

    worker(1).beat();
    const answered = client.request('pause', { runs: [1] });
    worker(0).say({ kind: 'response', id: 1, payload: { step: 1 } });
    worker(1).say({ kind: 'response', id: 1, payload: { step: 2 } });
    await expect(answered).resolves.toEqual({ step: 2 });
    expect(events).toHaveLength(1);
    expect(time.timers()).toBe(1);
  });

  it('keeps subscribers, and is watched as the first was', () => {
    const { client, worker, time, events } = started();
    worker(0).throw('x');
    client.restart();
    worker(1).beat();
    time.pass(5000);
    expect(events.map((event) => event.type === 'lost' && event.reason)).toEqual(['thrown', 'hung']);
  });
});
