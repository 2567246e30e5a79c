/** Runs that are compared: trained, paused and stepped as one, in lock step. */
import type { StepPart } from '../../core/config.ts';
import type { RunId } from '../../protocol/index.ts';
import type { Run } from './run.ts';

export interface Together {
  /** The step beyond which a run may not go while its companions are where they are. */
  limitOf(run: Run, running: readonly Run[]): number;
  train(runs: readonly Run[], until: number | null): void;
  pause(runs: readonly Run[]): Promise<number[]>;
  step(runs: readonly Run[], part: StepPart): Promise<number[]>;
  /** From now on it goes at its own pace. */
  part(run: RunId): void;
}

const stepsOf = (runs: readonly Run[]): number[] => runs.map((run) => run.step());

/** A run that fails has told the page itself; its companions go on. */
const each = (runs: readonly Run[], act: (run: Run) => Promise<void>): Promise<unknown> =>
  Promise.allSettled(runs.map(act));

export function createTogether(): Together {
  /** By run, whom it waits for. */
  const companies = new Map<RunId, ReadonlySet<RunId>>();

  return {
    limitOf(run, running) {
      const company = companies.get(run.id);
      if (!company) return Number.POSITIVE_INFINITY;
      // One that has reached its end or failed is waited for no longer.
      const others = running.filter((other) => company.has(other.id) && other.isRunning());
      return 1 + Math.min(run.step(), ...stepsOf(others));
    },
    train(runs, until) {
      const sound = runs.filter((run) => !run.hasFailed());
      const company = new Set(sound.map(({ id }) => id));
      for (const run of sound) {
        companies.set(run.id, company);
        run.train(until);
      }
    },
    async pause(runs) {
      const sound = runs.filter((run) => run.isRunning());
      const last = Math.max(...stepsOf(sound));
      // All of them stop before the next is stepped: `pause` and `single` begin at once.
      const pausing = each(sound, (run) => run.pause());
      // The pause came in the middle of a round: the others finish it.
      const behind = sound.filter((run) => run.step() === last - 1);
      await Promise.all([pausing, each(behind, (run) => run.single('both'))]);
      return stepsOf(runs);
    },
    async step(runs, part) {
      const sound = runs.filter((run) => !run.hasFailed());
      const first = Math.min(...stepsOf(sound));
      await each(
        sound.filter((run) => run.step() === first),
        (run) => run.single(part),
      );
      return stepsOf(runs);
    },
    part: (run) => companies.delete(run),
  };
}
