/** Files that are opened, on the real engine: a run, weights for one, a log beside it; and what is none of these. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BroughtFile } from '../../core/dataSet.ts';
import { decodeCheckpoint } from '../../record/checkpoint.ts';
import { encodeTensors } from '../../record/safetensors.ts';
import { useGhost } from '../charts/ghost.ts';
import { type Member, stateOf } from '../state/member.ts';
import { openRealPage, type RealPage } from '../state/testing/realPage.ts';
import { createFileActions, type FileActions } from './files.ts';
import { recordOf } from './recording.ts';

vi.setConfig({ testTimeout: 60_000 });

let real: RealPage;
let actions: FileActions;
let reading: (string | null)[];

beforeEach(async () => {
  real = await openRealPage('recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  reading = [];
  actions = createFileActions(real.controller, (name) => reading.push(name));
});
afterEach(() => {
  useGhost.setState({ ghost: null });
  real.close();
});

async function trainTo(stop: number): Promise<void> {
  real.controller.page.setState({ stop });
  real.controller.toggle();
  await real.until(({ group }) => group.phase.kind === 'paused' && group.step === stop, `it has stopped at ${stop}`);
  await real.rest();
}

/** A file of a browser's, so called. */
const file = (path: string, ...parts: BlobPart[]): readonly BroughtFile[] => [{ path, blob: new Blob(parts) }];

async function recordFile(member: Member): Promise<Blob> {
  const record = await recordOf(member);
  if (!record) throw new Error('There is no checkpoint.');
  return record.file;
}

/** The state in a run's last checkpoint. */
const checkpointOf = async (member: Member) =>
  decodeCheckpoint(new Uint8Array(await (await recordFile(member)).arrayBuffer())).snapshot;

async function weightsFile(member: Member, rename = (name: string) => name): Promise<BlobPart> {
  const { tensors } = await checkpointOf(member);
  const own = [...tensors].filter(([name]) => /^generator\.\d/.test(name));
  return encodeTensors({ tensors: new Map(own.map(([name, tensor]) => [rename(name), tensor])), metadata: {} });
}

it('a record is opened as a run; that which was there is put aside', async () => {
  await trainTo(3);
  const saved = await recordFile(real.member());
  await trainTo(5);
  expect(await actions.openFile(file('run.safetensors', saved))).toBe(true);
  await real.until(({ group }) => group.phase.kind === 'paused' && group.step === 3, 'it is open');
  expect(real.page().aside.map(({ members: [member] }) => member && stateOf(member).step)).toEqual([5]);
  expect(reading).toEqual(['run.safetensors', null]);
});

it('weights begin a run with the settings as they are, at step 0', async () => {
  await trainTo(3);
  const trained = real.member();
  expect(await actions.openFile(file('g.safetensors', await weightsFile(trained)))).toBe(true);
  await real.rest();
  expect(real.member()).not.toBe(trained);
  expect(stateOf(real.member()).step).toBe(0);
  const [before, begun] = [await checkpointOf(trained), await checkpointOf(real.member())];
  for (const [name, { values }] of before.tensors) {
    const found = begun.tensors.get(name)?.values;
    if (/^generator\.\d/.test(name)) {
      expect(found, name).toEqual(values);
      expect(begun.tensors.get(`average.${name.slice('generator.'.length)}`)?.values, name).toEqual(values);
    }
    if (name === 'discriminator.0.dense.kernel') expect(found).not.toEqual(values);
  }
  // Its optimisers know nothing of what was.
  expect(begun.updates).toEqual({ generator: 0, discriminator: 0 });
  await trainTo(2);
});

it.each([
  ['weights that do not fit', 'weights.unfit', (name: string) => name.replace('kernel', 'core')],
  ['weights under names that are none', 'weights.unfit', (name: string) => name.replaceAll('.', '_')],
])('%s are refused, and the run stays', async (_, code, rename) => {
  await trainTo(2);
  const member = real.member();
  await actions.openFile(file('g.safetensors', await weightsFile(member, rename)));
  expect(real.page().problem?.problem.code).toBe(code);
  expect(real.member()).toBe(member);
  await trainTo(3);
});

it('a damaged record is refused, and the run that trains goes on untouched', async () => {
  await trainTo(2);
  const saved = await recordFile(real.member());
  real.controller.page.setState({ stop: 0 });
  real.controller.toggle();
  const member = real.member();
  await actions.openFile(file('run.safetensors', saved.slice(0, saved.size - 4)));
  expect(real.page().problem?.problem.code).toBe('checkpoint.bad');
  expect(real.member()).toBe(member);
  await real.until(({ group }) => group.phase.kind === 'training' && group.step > 4, 'it trains on');
});

it('a log and a record are shown beside the run', async () => {
  await trainTo(3);
  const saved = await recordFile(real.member());
  expect(await actions.showBeside(file('run.safetensors', saved))).toBe(true);
  expect([...(useGhost.getState().ghost?.history.steps() ?? [])]).toEqual([1, 2, 3]);
  expect(await actions.openFile(file('log.csv', 'step,lossD\n4,0.5\n7,\n'))).toBe(true);
  const { label, history } = useGhost.getState().ghost ?? {};
  expect(label).toBe('log.csv');
  expect([...(history?.column('lossD') ?? [])]).toEqual([0.5, Number.NaN]);
  expect(real.page().aside).toEqual([]);
});

it('what is none of these is left to others, or refused by its name', async () => {
  expect(await actions.openFile(file('cat.png', Uint8Array.of(0x89, 0x50)))).toBe(false);
  expect(await actions.openFile([...file('a.csv', 'step,lossD\n1,2'), ...file('b.csv', 'x')])).toBe(false);
  expect(real.page().problem).toBeNull();
  actions.refuseFile(file('pets/cat.png', 'x'));
  expect(real.page().problem?.problem).toEqual({ code: 'run.otherFile', name: 'cat.png' });
});
