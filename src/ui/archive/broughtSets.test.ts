/** Images that a person brought are kept with the runs on them, and these go on exactly in another visit. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isOwnPoints } from '../../core/ownPoints.ts';
import { SCALARS } from '../../core/scalars.ts';
import { brought } from '../../data/decoders/testing/bring.ts';
import { writeNpy, writeNpz } from '../../data/decoders/testing/writers.ts';
import { type Member, stateOf } from '../state/member.ts';
import { openRealPage, type RealPage } from '../state/testing/realPage.ts';
import { type Archive, createArchive } from './archive.ts';
import { type KeptState, NOTHING_KNOWN } from './kept.ts';
import { createMemoryShelf, type Shelf } from './shelf.ts';

vi.setConfig({ testTimeout: 60_000 });

const LINK = 'recipe=sgan&width=0.02&batch=4&backend=simd&labels=20&examineEvery=2';

const noise = (count: number, factor: number) => Array.from({ length: count }, (_, i) => (i * i * factor) % 251);

/** Images [150, 28, 28] of three classes. */
const imagesOf = (factor: number) =>
  brought({
    'noise.npz': writeNpz({
      images: writeNpy({ shape: [150, 28, 28], values: noise(150 * 784, factor) }),
      labels: writeNpy({ shape: [150], values: Array.from({ length: 150 }, (_, i) => i % 3) }),
    }),
  });

interface Visit {
  readonly real: RealPage;
  readonly archive: Archive;
  readonly kept: StoreApi<KeptState>;
}

let shelf: Shelf;
let ids: number;
const visits: Visit[] = [];

beforeEach(() => {
  shelf = createMemoryShelf();
  ids = 0;
});
afterEach(() => {
  for (const { real } of visits.splice(0)) real.close();
});

/** Another visit with the same shelf. */
async function visit(link = LINK): Promise<Visit> {
  const real = await openRealPage(link);
  const kept = createStore(() => NOTHING_KNOWN);
  const newId = () => `id ${++ids}`;
  const archive = createArchive({
    ...{ controller: real.controller, shelf, store: kept, newId },
    now: () => ids,
    claim: async () => true,
  });
  const opened = { real, archive, kept };
  visits.push(opened);
  return opened;
}

async function bring({ real }: Visit, factor: number): Promise<void> {
  const before = real.member();
  real.controller.bring('noise.npz', imagesOf(factor), { side: 28, channels: 1 });
  await real.until(
    ({ members, group }) => members[0] !== before && group.phase.kind === 'paused',
    'a run is open on what was brought',
  );
}

async function trainTo({ real }: Visit, stop: number): Promise<void> {
  real.controller.page.setState({ stop });
  real.controller.toggle();
  await real.until(({ group }) => group.phase.kind === 'paused' && group.step === stop, `it has stopped at ${stop}`);
  await real.rest();
}

const shownBy = ({ history }: Member) => ({
  steps: [...history.steps()],
  values: SCALARS.map((name) => [...history.column(name)]),
});

it('asks first, and then a run goes on bit for bit in a visit in which the same name means other images', async () => {
  const first = await visit();
  await bring(first, 1);
  await trainTo(first, 4);
  await first.archive.save();
  expect(await shelf.entries()).toEqual([]);
  expect(first.kept.getState().brought).toEqual({ 'file:1': 'asking' });

  await first.archive.keepImages('file:1');
  const [entry] = await shelf.entries();
  expect(entry).toMatchObject({ members: [{ step: 4 }], set: { name: 'noise' } });
  expect(entry?.set?.bytes).toBeGreaterThan(150 * 785);
  await trainTo(first, 8);
  await first.archive.save();

  const second = await visit();
  await bring(second, 3);
  if (!entry) throw new Error('It was not kept.');
  await second.archive.goOn(entry.id);
  await second.real.until(({ group }) => group.phase.kind === 'paused' && group.step === 8, 'it is back');
  expect(stateOf(second.real.member()).opened.data).toBe('file:2');
  expect(second.real.page().bring.sets.map(({ id, name }) => [id, name])).toEqual([
    ['file:1', 'noise'],
    ['file:2', 'noise 2'],
  ]);
  await trainTo(second, 11);
  await trainTo(first, 11);
  expect(shownBy(second.real.member())).toEqual(shownBy(first.real.member()));
});

it('points that were drawn are kept likewise, and a run on them goes on bit for bit', async () => {
  const first = await visit('recipe=gan&data=ring&width=0.02&batch=4&backend=simd');
  const points = Float32Array.from({ length: 2400 }, (_, i) => Math.sin(i));
  await first.real.controller.bringPoints('waves', points);
  await first.real.until(
    ({ members: [member], group }) =>
      group.phase.kind === 'paused' && member !== undefined && isOwnPoints(stateOf(member).opened.data),
    'a run is open on them',
  );
  await trainTo(first, 3);
  await first.archive.keepImages(stateOf(first.real.member()).opened.data);
  const [entry] = await shelf.entries();
  if (!entry) throw new Error('It was not kept.');
  expect(entry).toMatchObject({ set: { name: 'waves' } });

  const second = await visit();
  await second.archive.goOn(entry.id);
  await second.real.until(({ group }) => group.phase.kind === 'paused' && group.step === 3, 'it is back');
  await trainTo(second, 5);
  await trainTo(first, 5);
  expect(shownBy(second.real.member())).toEqual(shownBy(first.real.member()));
});

it('keeps a set once for all runs on it, brings it back once, and lets it go with the last of them', async () => {
  const first = await visit();
  await bring(first, 1);
  await trainTo(first, 1);
  await first.archive.keepImages('file:1');
  first.real.controller.reset();
  await first.real.rest();
  await trainTo(first, 2);
  await first.archive.save();
  const [newer, older] = await shelf.entries();
  if (!newer?.set || !older?.set) throw new Error('They were not kept.');
  expect(newer.set).toEqual(older.set);

  const second = await visit();
  for (const { id, members } of [newer, older]) {
    await second.archive.goOn(id);
    const step = members[0]?.step;
    await second.real.until(({ group }) => group.phase.kind === 'paused' && group.step === step, 'it is back');
  }
  expect(second.real.page().bring.sets).toHaveLength(1);
  await second.archive.discard(older.id);
  expect(await shelf.images(newer.set.id)).not.toBeNull();
  await second.archive.discard(newer.id);
  expect(await shelf.images(newer.set.id)).toBeNull();
});

it('images that are damaged are refused with the reason, and the run stays', async () => {
  const first = await visit();
  await bring(first, 1);
  await trainTo(first, 1);
  await first.archive.keepImages('file:1');
  const [entry] = await shelf.entries();
  const images = await shelf.images(entry?.set?.id ?? '');
  if (!entry || !images) throw new Error('It was not kept.');
  await shelf.put(entry, await shelf.files(entry.id), images.slice(0, -1));
  const second = await visit();
  const { run } = second.real.member();
  await second.archive.goOn(entry.id);
  expect(second.real.page().problem?.problem.code).toBe('images.bad');
  expect(second.real.member().run).toBe(run);
});
