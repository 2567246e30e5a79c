/** Keeps the runs on the screen for another visit, and brings them back. */
import type { StoreApi } from 'zustand/vanilla';
import { isBrought } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import type { Controller } from '../state/controller.ts';
import { type Member, stateOf } from '../state/member.ts';
import { isTraining } from '../state/phase.ts';
import { createBroughtSets } from './broughtSets.ts';
import type { KeptState } from './kept.ts';
import { memberFrom, recordOf } from './recording.ts';
import type { KeptMember, Shelf } from './shelf.ts';

/** Between two times that a run that trains is kept: the engine gives a checkpoint twice as often. */
const EVERY_MS = 55_000;
/** Groups that are kept; the oldest beyond them are not. */
const MOST_KEPT = 8;

export interface ArchiveOptions {
  readonly controller: Controller;
  readonly shelf: Shelf;
  readonly store: Pick<StoreApi<KeptState>, 'getState' | 'setState'>;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Something was kept. */
  onKept?(): void;
  /** Whether this tab is the only one with the run of this id, from now on. */
  claim(id: string): Promise<boolean>;
}

export interface Archive {
  /** Keeps what is on the screen as of its last checkpoint, unless that is kept already. */
  save(): Promise<void>;
  goOn(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  /** Of images that the person brought: runs on them are kept from now on, and the images with them. */
  keepImages(data: string): Promise<void>;
}

const isFull = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'QuotaExceededError';

const describe = (member: Member, step: number): KeptMember => {
  const { opened, classes, grid } = stateOf(member);
  return { settings: opened, step, classes, view: grid };
};

export function createArchive({ controller, shelf, store, now, newId, claim, onKept }: ArchiveOptions): Archive {
  const ids = new WeakMap<Member, string>();
  /** The checkpoint as of which a run is kept. */
  const keptAs = new WeakMap<Member, Member['checkpoint']>();
  /** Ids of runs that this tab has, or had. */
  const own = new Set<string>();
  const sets = createBroughtSets({ controller, shelf, store, newId });
  let savedAt = Number.NEGATIVE_INFINITY;
  let work: Promise<void> = Promise.resolve();

  const refresh = async (): Promise<void> => store.setState({ entries: await shelf.entries() });

  const idOf = (first: Member): string => {
    const id = ids.get(first) ?? newId();
    if (!ids.has(first)) void claim(id);
    own.add(id);
    ids.set(first, id);
    return id;
  };

  /** Removes the last of these that no other tab has open. @returns whether there was one */
  async function letGo(newestFirst: readonly string[]): Promise<boolean> {
    for (const id of newestFirst.toReversed()) {
      if (!own.has(id) && !(await claim(id))) continue;
      await shelf.remove(id);
      return true;
    }
    return false;
  }

  const isNew = (members: readonly Member[]): boolean =>
    members.some((member) => member.checkpoint?.step && member.checkpoint !== keptAs.get(member));

  async function put(members: readonly Member[], first: Member): Promise<void> {
    // Kept meanwhile: a pause asks twice, by its checkpoint and by its news.
    if (!isNew(members)) return;
    const checkpoints = members.map(({ checkpoint }) => checkpoint);
    const records = await Promise.all(members.map(recordOf));
    const whole = records.filter((record) => record !== null);
    if (whole.length < members.length) return;
    const files = whole.map(({ file }) => file);
    const { data } = stateOf(first).opened;
    const images = isBrought(data) ? sets.of(data) : null;
    const entry = {
      id: idOf(first),
      saved: now(),
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      members: members.map((member, i) => describe(member, whole[i]?.step ?? 0)),
      ...(images && { set: images.set }),
    };
    const others = (await shelf.entries()).filter(({ id }) => id !== entry.id).map(({ id }) => id);
    const stay = others.slice(0, MOST_KEPT - 1);
    for (const id of others.slice(stay.length)) await letGo([id]);
    try {
      await shelf.put(entry, files, images?.file);
    } catch (thrown) {
      if (!isFull(thrown) || !(await letGo(stay))) throw thrown;
      await shelf.put(entry, files, images?.file);
    }
    for (const [i, member] of members.entries()) keptAs.set(member, checkpoints[i] ?? null);
    savedAt = now();
    onKept?.();
    store.setState({ status: 'on' });
    await refresh();
  }

  /** One after the other: an earlier state never overtakes a later one. */
  const save = (): Promise<void> => {
    const { members } = controller.page.getState();
    const [first] = members;
    if (!first || !isNew(members)) return Promise.resolve();
    const { data } = stateOf(first).opened;
    if (isBrought(data) && !sets.of(data)) return Promise.resolve();
    work = work
      .then(() => put(members, first))
      .catch((thrown: unknown) => store.setState({ status: isFull(thrown) ? 'full' : 'off' }));
    return work;
  };

  controller.subscribe((event) => {
    if (event.type !== 'snapshot') return;
    const { members, group } = controller.page.getState();
    if (!members.some(({ run }) => run === event.run)) return;
    if (!isTraining(group.phase) || now() - savedAt >= EVERY_MS) void save();
  });
  // The checkpoint of a pause comes before the news of it.
  controller.page.subscribe(({ group }, before) => {
    if (isTraining(before.group.phase) && !isTraining(group.phase)) void save();
  });

  return {
    save,
    async goOn(id) {
      try {
        const files = await shelf.files(id);
        const set = (await shelf.entries()).find((entry) => entry.id === id)?.set;
        const data = set ? await sets.find(set) : null;
        const members = await Promise.all(files.map((file) => memberFrom(file, data)));
        const [first] = members;
        if (!first) {
          store.setState({ offer: null, said: 'gone' });
          await refresh();
          return;
        }
        const alone = await claim(id);
        if (alone) {
          own.add(id);
          ids.set(first, id);
        }
        for (const member of members) keptAs.set(member, member.checkpoint);
        store.setState({ offer: null, said: alone ? null : 'copied' });
        controller.openKept(members);
      } catch (thrown) {
        store.setState({ offer: null });
        controller.page.setState({ problem: EngineError.from(thrown).toData() });
      }
    },
    async keepImages(data) {
      try {
        await sets.allow(data);
        await save();
      } catch (thrown) {
        controller.page.setState({ problem: EngineError.from(thrown).toData() });
      }
    },
    async discard(id) {
      await shelf.remove(id);
      if (store.getState().offer?.id === id) store.setState({ offer: null });
      await refresh();
    },
  };
}
