import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { info } from '../../data/sets/mnist.ts';
import { loadImageSet } from '../../data/shards.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { createLiveness } from '../backends/backend.ts';
import { start as startCpu } from '../backends/cpu.ts';
import { createEngine } from '../engine.ts';
import { nextEvent, openSession } from '../testing/session.ts';
import { resolve } from './resolve.ts';
import { createTraining } from './training.ts';

let engine: PlaygroundEngine;
afterEach(() => {
  engine?.close();
  vi.restoreAllMocks();
});

const unavailable = () => Promise.reject(new Error('not in this test'));

describe('a state that was kept', () => {
  it.each(['cgan', 'dragan'])('is restored exactly, %s', async (recipe) => {
    const config = { recipe, data: 'mnist', seed: 3, params: { width: 0.02, batch: 4 } };
    const data = await loadImageSet(info, {
      base: dataBase,
      fetch: fetchFile,
      includeTest: false,
      onProgress: () => undefined,
      onProblem: () => undefined,
    });
    await data.whenComplete;
    const backend = await startCpu();
    const training = createTraining({ config, plan: resolve(config).plan, data, backend });
    const trainTo = async (step: number) => {
      while (training.step() < step) training.advance('both');
      return (await training.readBack()).rows.values;
    };
    await trainTo(4);
    await training.keepSnapshot();
    const kept = training.snapshot()?.tensors;
    const first = await trainTo(9);
    training.restore(backend);
    expect(training.step()).toBe(4);
    for (const { name, variable } of training.trainer().average.weights) {
      expect(await variable.data()).toEqual(kept?.get(`average.${name}`)?.values);
    }
    expect(await trainTo(9)).toEqual(first);
    training.dispose();
  });
});

describe('a loss that is not finite', () => {
  it('stops the run, says where, and resumes from the last good state', async () => {
    let poison = false;
    const poisoned = async (): Promise<StartedBackend> => {
      const backend = await startCpu();
      return {
        ...backend,
        guard: async <T>(read: Promise<T>) => {
          const values = await read;
          if (poison && values instanceof Float32Array) values.fill(Number.NaN);
          return values;
        },
      };
    };
    engine = createEngine({
      dataBase,
      fetch: fetchFile,
      starters: { webgpu: unavailable, webgl: unavailable, simd: unavailable, cpu: poisoned },
    });
    const session = await openSession(engine);
    expect(await session.trainTo(3)).toBeNull();
    poison = true;
    const error = await session.trainTo(8);
    expect(error).toMatchObject({
      code: 'non-finite',
      recoverable: true,
      problem: { code: 'run.notFinite', step: 4, good: 3 },
    });
    await expect(engine.request('train', { runs: [1], until: 9 })).rejects.toMatchObject({
      problem: { code: 'run.failed' },
    });

    // A pause that was pressed during the failing step changes nothing of what is known.
    expect(await engine.request('pause', { runs: [1] })).toEqual({ steps: [expect.any(Number)] });

    poison = false;
    expect(await engine.request('resume', { run: 1 })).toMatchObject({ step: 3 });
    expect(await session.trainTo(6)).toBeNull();
    const resumed = session.series('lossD').slice(-3);

    // What it would have been without.
    const whole = await openSession(engine, { run: 2 });
    expect(await whole.trainTo(6)).toBeNull();
    expect(resumed).toEqual(whole.series('lossD').slice(-3));
  });
});

describe('a device that is lost', () => {
  it('stops the run and resumes on another backend', async () => {
    const { lose, ...liveness } = createLiveness('webgl');
    // The plain backend under another name: what is lost here is only what the engine hears of it.
    const fragile = async (): Promise<StartedBackend> => ({ ...(await startCpu()), id: 'webgl', ...liveness });
    engine = createEngine({
      dataBase,
      fetch: fetchFile,
      starters: { webgpu: unavailable, webgl: fragile, simd: unavailable, cpu: startCpu },
    });
    const session = await openSession(engine, { backend: 'webgl' });
    expect(session.info.backend.id).toBe('webgl');
    const training = nextEvent(engine, (event) => event.type === 'frame' && event.running);
    const stopped = session.trainTo(1000);
    await training;
    lose('out of memory');
    expect(await stopped).toMatchObject({
      code: 'device-lost',
      recoverable: true,
      problem: { code: 'backend.lost', id: 'webgl', told: 'out of memory' },
    });

    const resumed = await engine.request('resume', { run: 1 });
    expect(resumed.backend).toMatchObject({ id: 'cpu', reason: { code: 'reason.afterLoss', lost: 'webgl' } });
    expect(await session.trainTo(resumed.step + 3)).toBeNull();
    await expect(openSession(engine, { run: 2, backend: 'webgl' })).rejects.toMatchObject({
      code: 'backend-unavailable',
    });
  });

  it('is named as the reason when a call fails before the news of the loss', async () => {
    const { lose, ...liveness } = createLiveness('webgpu');
    let gone = false;
    const guard = <T>(read: Promise<T>): Promise<T> => {
      if (!gone) return liveness.guard(read);
      setTimeout(() => lose('asleep'), 30);
      return Promise.reject(new Error('the buffer is destroyed'));
    };
    const fragile = async (): Promise<StartedBackend> => ({ ...(await startCpu()), id: 'webgpu', ...liveness, guard });
    engine = createEngine({
      dataBase,
      fetch: fetchFile,
      starters: { webgpu: fragile, webgl: unavailable, simd: unavailable, cpu: startCpu },
    });
    const session = await openSession(engine, { backend: 'webgpu' });
    const stopped = session.trainTo(1000);
    gone = true;
    expect(await stopped).toMatchObject({ code: 'device-lost', recoverable: true });
  });
});

describe('choosing a backend', () => {
  it('measures those that start and says why it chose', async () => {
    // On a clock that goes on by ten minutes where the slow one is read: longer than any other takes here.
    const { now } = performance;
    let added = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + added);
    const slow = async (): Promise<StartedBackend> => {
      const backend = await startCpu();
      const guard = <T>(read: Promise<T>) => {
        added += 600_000;
        return backend.guard(read);
      };
      return { ...backend, id: 'webgpu', device: { code: 'device.named', name: 'slow' }, guard };
    };
    const software = async (): Promise<StartedBackend> => ({
      ...(await startCpu()),
      id: 'webgl',
      software: true,
      device: { code: 'device.named', name: 'emulated' },
    });
    engine = createEngine({
      dataBase,
      fetch: fetchFile,
      starters: { webgpu: slow, webgl: software, simd: unavailable, cpu: startCpu },
    });
    const { info } = await openSession(engine, { backend: 'auto' });
    expect(info.backend).toMatchObject({
      id: 'cpu',
      reason: { code: 'reason.quickest', among: 2 },
    });
    expect(info.backend.candidates.map(({ id }) => id)).toEqual(['cpu', 'webgpu', 'webgl', 'simd']);
    expect(info.backend.candidates[2]).toMatchObject({
      millisecondsPerStep: null,
      note: { code: 'note.software', device: { name: 'emulated' } },
    });
  });
});
