/** Runs that are kept go on exactly, on the real engine, whatever they are; and what is kept is looked after. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { SCALARS } from '../../core/scalars.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { readRecord } from '../../record/record.ts';
import { type Member, stateOf } from '../state/member.ts';
import { dataOf } from '../state/settings.ts';
import { openRealPage, type RealPage } from '../state/testing/realPage.ts';
import { type Archive, createArchive } from './archive.ts';
import { NOTHING_KNOWN } from './kept.ts';
import { memberFrom, recordOf } from './recording.ts';
import { createMemoryShelf, type Shelf } from './shelf.ts';

vi.setConfig({ testTimeout: 60_000 });

const SMALL = 'width=0.02&batch=2&backend=simd';

let real: RealPage;
afterEach(() => real.close());

async function trainTo(stop: number): Promise<void> {
  real.controller.page.setState({ stop });
  real.controller.toggle();
  await real.until(({ group }) => group.phase.kind === 'paused' && group.step === stop, `it has stopped at ${stop}`);
  await real.rest();
}

const shownBy = ({ history, timeline }: Member) => ({
  steps: [...history.steps()],
  values: SCALARS.map((name) => [...history.column(name)]),
  events: timeline.events(),
});

async function fileOf(member: Member): Promise<Blob> {
  const record = await recordOf(member);
  if (!record) throw new Error('There is no checkpoint.');
  return record.file;
}

const PLACES = recipes.flatMap(({ id }) => dataOf([id]).map((data) => [id, data] as const));

describe('a record of a run goes on as the run does', () => {
  it.each(PLACES)('%s on %s', async (recipe, data) => {
    real = await openRealPage(`recipe=${recipe}&data=${data}&${SMALL}${recipe === 'sgan' ? '&examineEvery=2' : ''}`);
    await trainTo(2);
    real.controller.setParams({ lrD: 0.0007 });
    await real.rest();
    await trainTo(4);
    const file = await fileOf(real.member());
    await trainTo(7);
    const whole = shownBy(real.member());
    const { best } = stateOf(real.member());

    real.controller.openKept([await memberFrom(file)]);
    await real.until(({ group }) => group.phase.kind === 'paused', 'it is back');
    expect(stateOf(real.member()).step).toBe(4);
    expect(stateOf(real.member()).opened.params.lrD).toBe(0.0007);
    await trainTo(7);
    expect(shownBy(real.member())).toEqual(whole);
    expect(stateOf(real.member()).best).toEqual(best);
  });
});

describe('the archive', () => {
  let shelf: Shelf;
  let archive: Archive;
  let clock: number;
  let ids: number;
  const claimed = new Set<string>();
  const kept = createStore(() => NOTHING_KNOWN);

  beforeEach(async () => {
    real = await openRealPage(`recipe=gan&data=ring&${SMALL}`);
    shelf = createMemoryShelf();
    clock = 1000;
    ids = 0;
    claimed.clear();
    archive = createArchive({
      controller: real.controller,
      shelf,
      store: kept,
      now: () => clock,
      newId: () => `run ${++ids}`,
      async claim(id) {
        const free = !claimed.has(id);
        claimed.add(id);
        return free;
      },
    });
  });

  const saved = async () => (await shelf.entries()).map(({ id, members }) => [id, members[0]?.step]);

  it('keeps a run when it comes to rest, under one name, and each other run under its own', async () => {
    await trainTo(2);
    await archive.save();
    expect(await saved()).toEqual([['run 1', 2]]);
    await trainTo(3);
    await archive.save();
    expect(await saved()).toEqual([['run 1', 3]]);
    clock += 1;
    real.controller.reset();
    await real.rest();
    await trainTo(1);
    await archive.save();
    expect(await saved()).toEqual([
      ['run 2', 1],
      ['run 1', 3],
    ]);
    expect(kept.getState()).toMatchObject({ status: 'on', entries: [{ id: 'run 2' }, { id: 'run 1' }] });
  });

  it('writes once when it comes to rest, though the checkpoint and the news of the pause both ask for it', async () => {
    const put = vi.spyOn(shelf, 'put');
    await trainTo(2);
    await archive.save();
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('writes nothing where there is nothing new', async () => {
    await trainTo(2);
    await archive.save();
    const put = vi.spyOn(shelf, 'put');
    await archive.save();
    expect(put).not.toHaveBeenCalled();
  });

  it('goes on under the same name, or as a copy where another tab has it', async () => {
    await trainTo(2);
    await archive.save();
    await archive.goOn('run 1');
    await real.until(({ group }) => group.phase.kind === 'paused', 'it is back');
    expect(kept.getState().said).toBe('copied');
    await trainTo(3);
    await archive.save();
    expect(new Map((await saved()) as [string, number][])).toEqual(
      new Map([
        ['run 1', 2],
        ['run 2', 3],
      ]),
    );

    claimed.clear();
    await archive.goOn('run 1');
    await real.until(({ group }) => group.phase.kind === 'paused' && group.step === 2, 'it is back');
    expect(kept.getState().said).toBeNull();
    await trainTo(4);
    await archive.save();
    expect(new Map((await saved()) as [string, number][])).toEqual(
      new Map([
        ['run 1', 4],
        ['run 2', 3],
      ]),
    );
  });

  it('says so where another tab has discarded it meanwhile', async () => {
    await trainTo(2);
    await archive.save();
    await shelf.remove('run 1');
    const { run } = real.member();
    await archive.goOn('run 1');
    expect(kept.getState()).toMatchObject({ said: 'gone', offer: null, entries: [] });
    expect(real.member().run).toBe(run);
  });

  it('makes room by letting the oldest go, and says where there is none', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    await trainTo(1);
    await archive.save();
    clock += 1;
    real.controller.reset();
    await real.rest();
    const put = vi.spyOn(shelf, 'put').mockRejectedValueOnce(full);
    await trainTo(1);
    await archive.save();
    expect(await saved()).toEqual([['run 2', 1]]);
    expect(kept.getState().status).toBe('on');

    put.mockRejectedValue(full);
    await trainTo(2);
    await archive.save();
    expect(kept.getState().status).toBe('full');
    put.mockRejectedValue(new DOMException('not here', 'SecurityError'));
    await trainTo(3);
    await archive.save();
    expect(kept.getState().status).toBe('off');
  });

  it('lets nothing go that another tab has open', async () => {
    const theirs = { id: 'theirs', saved: 1, bytes: 1, members: [] };
    await shelf.put(theirs, [new Blob(['1'])]);
    claimed.add('theirs');
    vi.spyOn(shelf, 'put').mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
    await trainTo(1);
    await archive.save();
    expect(await shelf.entries()).toEqual([theirs]);
    expect(kept.getState().status).toBe('full');
    claimed.clear();
    await trainTo(2);
    await archive.save();
    expect(await shelf.entries()).toEqual([]);
  });

  it('keeps no more than eight', async () => {
    for (let i = 0; i < 10; i++) {
      clock += 1;
      real.controller.reset();
      await real.rest();
      await trainTo(1);
      await archive.save();
    }
    expect((await saved()).map(([id]) => id)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((n) => `run ${n}`));
  });

  it('a file that is damaged is refused with its reason, and the run stays', async () => {
    await trainTo(2);
    await archive.save();
    const [file] = await shelf.files('run 1');
    const [entry] = await shelf.entries();
    if (!file || !entry) throw new Error('It was not kept.');
    await shelf.put(entry, [file.slice(0, file.size - 8)]);
    const { run } = real.member();
    await archive.goOn('run 1');
    expect(real.page().problem).toMatchObject({ code: 'bad-config', problem: { code: 'checkpoint.bad' } });
    expect(real.member().run).toBe(run);
    await expect(readRecord(file)).resolves.toMatchObject({ step: 2 });
  });
});
