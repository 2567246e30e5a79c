/** Runs that were put aside and brought back go on as if nothing had been. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { SCALARS } from '../../core/scalars.ts';
import type { Checkpoint, EngineEvent, KeptForm, PlaygroundEngine } from '../../protocol/index.ts';
import { decodeCheckpoint } from '../../record/checkpoint.ts';
import { createEngine } from '../engine.ts';
import { openSession, type TestSession } from '../testing/session.ts';

let engine: PlaygroundEngine;
afterEach(() => engine?.close());

const open = (asideBytes?: number): void => {
  engine = createEngine({ dataBase, fetch: fetchFile, ...(asideBytes !== undefined && { asideBytes }) });
};
const putAside = (...runs: number[]) => engine.request('putAside', { runs });
const bringBack = (...runs: number[]) => engine.request('bringBack', { runs });

/** How each run is kept, as the engine last said. */
function forms(): Map<number, KeptForm> {
  const kept = new Map<number, KeptForm>();
  engine.subscribe((event) => event.type === 'kept' && kept.set(event.run, event.form));
  return kept;
}

const series = (session: TestSession) => SCALARS.map((name) => session.series(name));

const SYSTEMS: readonly Partial<Parameters<typeof openSession>[1]>[] = [
  { recipe: 'cgan' },
  { recipe: 'dragan' },
  // With examinations, a moving average of D, and a best model.
  { recipe: 'sgan', params: { width: 0.1, batch: 8, labels: '25', examineEvery: 8 } },
  { recipe: 'wgan', data: 'ring', params: { width: 0.05, batch: 16 } },
];

describe.each([
  ['whole', undefined],
  ['as a snapshot', 0],
] as const)('kept %s', (form, budget) => {
  it.each(SYSTEMS)('$recipe goes on bit for bit', async (system) => {
    open(budget);
    const kept = forms();
    const alone = await openSession(engine, { ...system, run: 1 });
    await alone.trainTo(10);
    const session = await openSession(engine, { ...system, run: 2 });
    await session.trainTo(5);
    expect(await putAside(2)).toEqual({ steps: [5] });
    expect(kept.get(2)).toBe(form === 'whole' ? 'whole' : 'snapshot');
    // Something else in between.
    const other = await openSession(engine, { run: 3, recipe: 'lsgan' });
    await other.trainTo(2);
    expect(await bringBack(2)).toEqual({ steps: [5] });
    await session.trainTo(10);
    expect(series(session)).toEqual(series(alone));
    expect(session.frames.at(-1)?.grid).toEqual(alone.frames.at(-1)?.grid && { ...alone.frames.at(-1)?.grid });
  });
});

it('is paused by it, and takes no other request meanwhile', async () => {
  open();
  await openSession(engine);
  await engine.request('train', { runs: [1], until: null });
  const { steps } = await putAside(1);
  await expect(engine.request('train', { runs: [1], until: null })).rejects.toMatchObject({ code: 'unknown-run' });
  await expect(putAside(1)).rejects.toMatchObject({ code: 'unknown-run' });
  expect(await bringBack(1)).toEqual({ steps });
});

it('a group is put aside and brought back together', async () => {
  open(0);
  for (const run of [1, 2]) await openSession(engine, { run, data: 'ring', recipe: run === 1 ? 'gan' : 'wgan' });
  await engine.request('train', { runs: [1, 2], until: null });
  const { steps } = await putAside(1, 2);
  expect(steps[0]).toBe(steps[1]);
  expect(await bringBack(1, 2)).toEqual({ steps });
  const stepped = await engine.request('step', { runs: [1, 2], part: 'both' });
  expect(stepped.steps).toEqual(steps.map((step) => step + 1));
});

it('the oldest become snapshots when the memory is full, then go, and each time it is said', async () => {
  open();
  await openSession(engine, { run: 1 });
  let bytes = 0;
  engine.subscribe((event) => {
    if (event.type === 'kept') bytes = event.bytes;
  });
  await putAside(1);
  await engine.request('close', { run: 1 });
  engine.close();
  // Room for one of them and a half.
  open(1.5 * bytes);
  const kept = forms();
  const tensors = tf.memory().numTensors;
  for (const run of [1, 2, 3, 4, 5, 6]) {
    await openSession(engine, { run });
    await putAside(run);
  }
  expect(kept.get(1)).toBe('gone');
  expect([...kept.values()].filter((form) => form !== 'gone').length).toBeGreaterThan(1);
  expect(kept.get(6)).not.toBe('gone');
  await expect(bringBack(1)).rejects.toMatchObject({ code: 'unknown-run' });
  for (const [run, form] of kept) if (form !== 'gone') await engine.request('close', { run });
  expect(tf.memory().numTensors).toBe(tensors);
});

it('a checkpoint that the page was given opens a run that goes on from there', async () => {
  open();
  let given: Extract<EngineEvent, { type: 'snapshot' }> | undefined;
  engine.subscribe((event) => {
    if (event.type === 'snapshot' && event.run === 1) given = event;
  });
  const first = await openSession(engine);
  await first.trainTo(3);
  expect(given?.step).toBe(3);
  // After a single step it takes a pause: each would cost as much as the step.
  await engine.request('step', { runs: [1], part: 'both' });
  await engine.request('pause', { runs: [1] });
  expect(given?.step).toBe(4);
  const from = given?.checkpoint as Checkpoint;
  await first.trainTo(9);
  const lost = engine;
  open();
  const again = await openSession(engine, { from });
  lost.close();
  await again.trainTo(9);
  expect(again.steps()).toEqual([5, 6, 7, 8, 9]);
  expect(again.series('lossD')).toEqual(first.series('lossD').slice(4));
});

it('a checkpoint comes with all that was measured until then, though the page draws nothing', async () => {
  open();
  const rows: number[] = [];
  let stepsThen: number[] = [];
  engine.subscribe((event) => {
    if (event.type === 'frame' || event.type === 'snapshot') rows.push(...event.scalars.steps);
    if (event.type === 'snapshot') stepsThen = [...rows];
  });
  const session = await openSession(engine, { credits: false });
  await session.trainTo(7);
  expect(stepsThen).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('a setting that moves while it is paused is in the checkpoint of the next pause, which else gives none', async () => {
  open();
  const given: Checkpoint[] = [];
  engine.subscribe((event) => {
    if (event.type === 'snapshot' && event.step > 0) given.push(event.checkpoint);
  });
  const session = await openSession(engine);
  await session.trainTo(2);
  await engine.request('pause', { runs: [1] });
  expect(given).toHaveLength(1);
  await engine.request('setParams', { run: 1, params: { lrD: 0.0007 } });
  await engine.request('pause', { runs: [1] });
  expect(given).toHaveLength(2);
  const { config } = decodeCheckpoint(new Uint8Array(await (given[1] as Checkpoint).arrayBuffer()));
  expect(config.params.lrD).toBe(0.0007);
});
