/** Images or points of the person's own: from files, or a drawing, to a data set that can be chosen. */

import { type BroughtFile, type DataSetInfo, isBrought } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import type { EngineEvent, ImportRequest, PlaygroundEngine } from '../../protocol/index.ts';
import { movedTo, type RunSettings } from './settings.ts';
import type { BringState, PageStore } from './store.ts';

export type PicturesAs = Pick<ImportRequest, 'side' | 'channels'>;

export interface Bringing {
  /** Shows or hides where files are asked for; hiding it ends what is being read. */
  showBringing(open: boolean): void;
  /** Reads files and then chooses the set that they make. What is there stays if anything fails. */
  bring(name: string, files: readonly BroughtFile[], as: PicturesAs): void;
  /**
   * Points that the person drew, [n, 2], which are then chosen. What is there stays if anything fails.
   *
   * @throws EngineError
   */
  bringPoints(name: string, points: Float32Array<ArrayBuffer>): Promise<void>;
  /** As `bring`, with a public data set, which is fetched. */
  fetchOriginal(id: string, name: string): void;
  /** The same with files that lie at other addresses. */
  fetchAddresses(name: string, addresses: readonly string[], as: PicturesAs): void;
  /**
   * Brings back a set that was kept in an earlier visit. It is chosen with a run on it.
   *
   * @throws EngineError
   */
  takeBack(file: Blob): Promise<DataSetInfo>;
  /** Chooses a set, unless the recipe cannot take it; then it says why. */
  chooseData(id: string): void;
  /** How far the reading is. */
  report(event: EngineEvent & { type: 'importing' }): void;
}

export function createBringing(
  engine: PlaygroundEngine,
  store: PageStore,
  {
    wanted,
    apply,
  }: {
    /** Whose data it would be. */
    wanted(): RunSettings | undefined;
    /** Makes a set the chosen one. */
    apply(id: string): void;
  },
): Bringing {
  let job = 0;
  let reading = new AbortController();
  const set = (changes: Partial<BringState>): void =>
    store.setState(({ bring }) => ({ bring: { ...bring, ...changes } }));
  const fail = (thrown: unknown): void => {
    const error = EngineError.from(thrown).toData();
    if (error.code !== 'cancelled') set({ open: true, job: null, error });
  };

  async function choose(id: string): Promise<void> {
    const now = wanted();
    if (now && isBrought(id)) {
      const { recipe, seed, params } = movedTo(now, { recipe: now.recipe, data: id });
      await engine.request('check', { config: { recipe, data: id, seed, params } });
    }
    set({ open: false, job: null, error: null });
    apply(id);
  }

  function stop(): void {
    // What an older job still says is dropped.
    job += 1;
    reading.abort();
    set({ job: null });
  }

  /** Asks for a set and chooses it when it is there. */
  function read(name: string, ask: (job: number, signal: AbortSignal) => Promise<{ readonly set: DataSetInfo }>): void {
    stop();
    reading = new AbortController();
    const own = job;
    set({ open: true, error: null, job: { name, done: 0, total: 0 } });
    ask(own, reading.signal)
      .then(({ set: made }) => {
        set({ sets: [...store.getState().bring.sets, made] });
        return own === job ? choose(made.id) : undefined;
      })
      .catch((thrown: unknown) => own === job && fail(thrown));
  }

  return {
    showBringing(open) {
      if (!open) stop();
      set({ open, error: null });
    },
    bring: (name, files, as) =>
      read(name, (own, signal) => engine.request('import', { job: own, files, ...as }, { signal })),
    async bringPoints(name, points) {
      stop();
      const { set: made } = await engine.request('addPoints', { name, points });
      set({ sets: [...store.getState().bring.sets, made] });
      await choose(made.id);
    },
    fetchOriginal: (original, name) =>
      read(name, (own, signal) => engine.request('fetchOriginal', { job: own, original }, { signal })),
    fetchAddresses: (name, addresses, as) =>
      read(name, (own, signal) => engine.request('fetchAddresses', { job: own, addresses, ...as }, { signal })),
    async takeBack(file) {
      const { set: made } = await engine.request('returnSet', { file });
      set({ sets: [...store.getState().bring.sets, made] });
      return made;
    },
    chooseData: (id) => void choose(id).catch(fail),
    report({ job: about, done, total }) {
      const { job: current } = store.getState().bring;
      if (about === job && current) set({ job: { ...current, done, total } });
    },
  };
}
