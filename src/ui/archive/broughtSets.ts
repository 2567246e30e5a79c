/** Images that people brought: kept beside the runs on them where the person allows it, and brought back with these. */
import type { StoreApi } from 'zustand/vanilla';
import type { Controller } from '../state/controller.ts';
import type { KeptState } from './kept.ts';
import type { KeptSet, Shelf } from './shelf.ts';

interface Held {
  readonly set: KeptSet;
  readonly file: Blob;
}

export interface BroughtSets {
  /** What is kept beside a run on this data; null where the person has not allowed it. Then the page asks, once. */
  of(data: string): Held | null;
  /** The person allows it. @throws EngineError */
  allow(data: string): Promise<void>;
  /** The id that a set of the shelf has in this visit, brought back if need be; null where it is not there any more. */
  find(set: KeptSet): Promise<string | null>;
}

export function createBroughtSets({
  controller,
  shelf,
  store,
  newId,
}: {
  readonly controller: Pick<Controller, 'request' | 'takeBack' | 'page'>;
  readonly shelf: Pick<Shelf, 'images'>;
  readonly store: Pick<StoreApi<KeptState>, 'getState' | 'setState'>;
  newId(): string;
}): BroughtSets {
  const held = new Map<string, Held>();

  const hold = (data: string, one: Held): void => {
    held.set(data, one);
    store.setState(({ brought }) => ({ brought: { ...brought, [data]: 'kept' } }));
  };

  return {
    of(data) {
      const found = held.get(data) ?? null;
      if (!found && !store.getState().brought[data])
        store.setState(({ brought }) => ({ brought: { ...brought, [data]: 'asking' } }));
      return found;
    },
    async allow(data) {
      if (held.has(data)) return;
      const { file } = await controller.request('keepSet', { data });
      const name = controller.page.getState().bring.sets.find(({ id }) => id === data)?.name ?? data;
      // What comes from the engine is a blob, as the checkpoints are.
      hold(data, { set: { id: newId(), name, bytes: file.size }, file: file as Blob });
    },
    async find(set) {
      const known = [...held].find(([, one]) => one.set.id === set.id);
      if (known) return known[0];
      const file = await shelf.images(set.id);
      if (!file) return null;
      const { id } = await controller.takeBack(file);
      hold(id, { set, file });
      return id;
    },
  };
}
