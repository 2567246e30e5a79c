/**
 * Runs that were put aside. They are kept whole as long as there is room; then, the oldest first, as snapshots, which
 * leave the device free; then the oldest go, and the page is told. The newest group always stays.
 */
import type { EngineEvent, KeptForm, RunId } from '../../protocol/index.ts';
import { close } from '../run/control.ts';
import { type Run, serially } from '../run/run.ts';

interface Kept {
  readonly run: Run;
  form: Exclude<KeptForm, 'gone'>;
}

export interface Aside {
  /** @param runs paused */
  put(runs: readonly Run[]): Promise<void>;
  /** They are as they were: their networks are there. */
  take(runs: readonly Run[]): Promise<void>;
  /** It was closed. */
  forget(run: RunId): void;
  has(run: RunId): boolean;
}

const bytesIn = (groups: readonly (readonly Kept[])[]): number =>
  groups.flat().reduce((sum, { run }) => sum + run.training.bytes(), 0);

/**
 * @param budget bytes
 * @param drop takes a run off the engine's list
 */
export function createAside(budget: number, drop: (run: RunId) => void, emit: (event: EngineEvent) => void): Aside {
  /** Oldest first. */
  let groups: readonly (readonly Kept[])[] = [];

  const tell = (run: Run, form: KeptForm): void =>
    emit({ type: 'kept', run: run.id, form, bytes: form === 'gone' ? 0 : run.training.bytes() });

  async function shrink(kept: Kept): Promise<void> {
    if (kept.form === 'snapshot') return;
    // A state that is not worth keeping stays whole; it can still be looked at.
    if (!(await serially(kept.run, () => kept.run.training.rest()))) return;
    kept.form = 'snapshot';
    tell(kept.run, kept.form);
  }

  async function letGo(group: readonly Kept[]): Promise<void> {
    groups = groups.filter((other) => other !== group);
    for (const { run } of group) {
      drop(run.id);
      tell(run, 'gone');
      await close(run);
    }
  }

  return {
    async put(runs) {
      const group = runs.map((run): Kept => ({ run, form: 'whole' }));
      groups = [...groups, group];
      for (const { run, form } of group) tell(run, form);
      for (const kept of groups.flat()) if (bytesIn(groups) > budget) await shrink(kept);
      for (const old of groups) if (old !== groups.at(-1) && bytesIn(groups) > budget) await letGo(old);
    },
    async take(runs) {
      const wanted = groups.flat().filter(({ run }) => runs.includes(run));
      groups = groups.map((group) => group.filter((kept) => !wanted.includes(kept))).filter(({ length }) => length > 0);
      for (const { run, form } of wanted)
        if (form === 'snapshot') await serially(run, () => run.training.wake(run.chosen.backend));
    },
    forget(id) {
      groups = groups.map((group) => group.filter(({ run }) => run.id !== id)).filter(({ length }) => length > 0);
    },
    has: (id) => groups.flat().some(({ run }) => run.id === id),
  };
}
