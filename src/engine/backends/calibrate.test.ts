import { expect, it, vi } from 'vitest';
import { resolve } from '../run/resolve.ts';
import { timeOfAnswer } from './answers.ts';
import { calibrateBackend } from './calibrate.ts';
import { chooseBackend } from './chooseBackend.ts';
import { backendStarters } from './index.ts';
import { createPool, startEarly } from './pool.ts';
import { timerOf } from './timeSteps.ts';

const timer = (eager: number, compiled: number | null) => ({
  eager: async (batch: number) => (eager * batch) / 64,
  compiled: async () => compiled,
});

it('takes a step compiled where that is quicker, and says both', async () => {
  expect(await calibrateBackend('webgpu', 64, timer(30, 8))).toEqual({
    candidate: { id: 'webgpu', millisecondsPerStep: 8, note: { code: 'note.measured', milliseconds: 30, compiled: 8 } },
    compiling: true,
  });
});

it('takes it operation by operation where that is quicker', async () => {
  const { candidate, compiling } = await calibrateBackend('webgpu', 64, timer(8, 30));
  expect(candidate.millisecondsPerStep).toBe(8);
  expect(compiling).toBe(false);
});

it('compiles nothing to rule out a backend that is slow', async () => {
  const slow = { ...timer(5000, 8), compiled: vi.fn() };
  const { candidate } = await calibrateBackend('webgl', 64, slow);
  expect(candidate.note).toMatchObject({ code: 'note.promised', batch: 2 });
  expect(slow.compiled).not.toHaveBeenCalled();
});

it('measures real steps, compiled where a backend can, on backends that are started once', async () => {
  const { plan } = resolve({ recipe: 'gan', data: 'ring', seed: 1, params: { width: 0.1, batch: 4 } });
  const started: string[] = [];
  const starter = (id: 'cpu' | 'simd') => () => {
    started.push(id);
    return backendStarters[id]();
  };
  const none = () => Promise.reject(new Error('There is none.'));
  const pool = createPool({ webgpu: none, webgl: starter('cpu'), simd: starter('simd'), cpu: none });
  const early = startEarly(pool, 'auto');
  const { info } = await chooseBackend(pool, 'auto', plan, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  await early;
  const noteOf = (id: string) => info.candidates.find((candidate) => candidate.id === id)?.note;
  expect(noteOf('cpu')).toEqual({ code: 'note.measured', milliseconds: expect.any(Number), compiled: null });
  expect(noteOf('simd')).toMatchObject({ code: 'note.measured', compiled: expect.any(Number) });
  expect(started).toEqual(['cpu', 'simd']);
});

it('does not take a late answer for a slow step', async () => {
  const { plan } = resolve({ recipe: 'gan', data: 'ring', seed: 1, params: { width: 0.1, batch: 4 } });
  const backend = await backendStarters.simd();
  const LATE = 80;
  const guard = async <T>(read: Promise<T>): Promise<T> => {
    const value = await read;
    await new Promise((done) => setTimeout(done, LATE));
    return value;
  };
  expect(await timeOfAnswer({ ...backend, guard })).toBeGreaterThan(0.9 * LATE);
  const step = (answersIn: number) => timerOf({ ...backend, guard, answersIn }, plan).eager(4, 2);
  expect(await step(0)).toBeGreaterThan(LATE / 2);
  expect(await step(LATE)).toBeLessThan(LATE / 4);
});
