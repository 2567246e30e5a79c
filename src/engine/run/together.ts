/** Runs that are trained, paused and stepped as one, in lock step. One alone is a group of one. */
import type { RunId } from '../../protocol/index.ts';
import { pause, single, train } from './control.ts';
import { checkSound, hasFailed, isRunning, type Run } from './run.ts';

export interface Together {
  /** The step beyond which a run may not go while its companions are where they are. */
  limitOf(run: Run, running: readonly Run[]): number;
  /** @throws EngineError if all of them have stopped with an error. */
  train(runs: readonly Run[], until: number | null): void;
  pause(runs: readonly Run[]): Promise<void>;
  /**
   * One step of each; of those that are behind, if they are not at the same one.
   *
   * @param take takes it, and says what there is to say of it
   * @returns what was said of each: null for a run that took none, or failed
   * @throws EngineError if all of them have stopped with an error.
   */
  step<Told>(runs: readonly Run[], take: (run: Run) => Promise<Told>): Promise<readonly (Told | null)[]>;
  /** It is waited for no longer. */
  part(run: RunId): void;
}

const stepOf = ({ training }: Run): number => training.step();

/** A run that fails has told the page itself; its companions go on. */
const each = (runs: readonly Run[], act: (run: Run) => Promise<void>): Promise<unknown> =>
  Promise.allSettled(runs.map(act));

function soundOnes(runs: readonly Run[]): readonly Run[] {
  const sound = runs.filter((run) => !hasFailed(run));
  if (sound.length === 0) for (const run of runs) checkSound(run);
  return sound;
}

export function createTogether(): Together {
  /** By run, whom it waits for. */
  const companies = new Map<RunId, ReadonlySet<RunId>>();

  return {
    limitOf(run, running) {
      const company = companies.get(run.id);
      // One that has reached its end or failed is waited for no longer.
      const others = running.filter((other) => other !== run && company?.has(other.id) && isRunning(other));
      return others.length === 0 ? Number.POSITIVE_INFINITY : 1 + Math.min(stepOf(run), ...others.map(stepOf));
    },
    train(runs, until) {
      const sound = soundOnes(runs);
      const company = new Set(sound.map(({ id }) => id));
      for (const run of sound) {
        companies.set(run.id, company);
        train(run, until);
      }
    },
    async pause(runs) {
      const running = runs.filter(isRunning);
      const last = Math.max(...running.map(stepOf));
      // All of them stop before the next is stepped: `pause` and `single` begin at once.
      const pausing = each(runs, pause);
      // The pause came in the middle of a round: the others finish it.
      const behind = running.filter((run) => stepOf(run) === last - 1);
      await Promise.all([pausing, each(behind, (run) => single(run, 'both'))]);
    },
    async step(runs, take) {
      const sound = soundOnes(runs);
      const first = Math.min(...sound.map(stepOf));
      const behind = new Set(sound.filter((run) => stepOf(run) === first));
      return Promise.all(runs.map((run) => (behind.has(run) ? take(run).catch(() => null) : null)));
    },
    part: (run) => companies.delete(run),
  };
}
