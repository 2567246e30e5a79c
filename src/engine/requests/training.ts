/** Groups of runs are trained, and what may change while they are. */
import type { Steps } from '../../protocol/index.ts';
import { type Context, findRun, findRuns, type Handlers, NOTHING } from '../context.ts';
import { credit, setParams, tell, tellSlowly, view } from '../run/control.ts';
import type { Run } from '../run/run.ts';

export const stepsOf = (runs: readonly Run[]): Steps => ({ steps: runs.map(({ training }) => training.step()) });

export const training = (context: Context) =>
  ({
    async train({ until, ...group }) {
      const runs = findRuns(context, group);
      context.together.train(runs, until);
      context.loop.wake();
      return stepsOf(runs);
    },
    async pause(group) {
      const runs = findRuns(context, group);
      await context.together.pause(runs);
      return stepsOf(runs);
    },
    async step({ part, ...group }) {
      const runs = findRuns(context, group);
      const effects = await context.together.step(runs, (run) => tell(run, part));
      return { ...stepsOf(runs), effects };
    },
    async stepSlowly({ part, ...group }) {
      const runs = findRuns(context, group);
      const told = await context.together.step(runs, (run) => tellSlowly(run, part));
      return {
        ...stepsOf(runs),
        effects: told.map((one) => one?.effect ?? null),
        traces: told.map((one) => one?.trace ?? null),
      };
    },
    async setParams({ run: id, params }) {
      await setParams(findRun(context, id), params);
      return NOTHING;
    },
    async view({ run: id, classes }) {
      await view(findRun(context, id), classes);
      return NOTHING;
    },
    async credit({ run: id }) {
      // A credit may cross with the closing of its run.
      const run = context.runs.get(id);
      if (run) credit(run);
      return NOTHING;
    },
  }) satisfies Partial<Handlers>;
