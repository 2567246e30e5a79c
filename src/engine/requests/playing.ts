/** A person takes part: nobody needs what is behind this before. */
import { badConfig } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { type Context, findRun, type Handlers } from '../context.ts';
import { look, type Run } from '../run/run.ts';

const fetchJudge = imported(
  () => import('../play/judge.ts'),
  ({ judge }) => judge,
);

const fetchDeal = imported(
  () => import('../play/deal.ts'),
  (module) => module,
);

/** Real images that the run is not trained on, or, where there are none, those that it is trained on; null for points. */
async function realOf(
  { library }: Context,
  { data, resolved }: Run,
): Promise<{ images: LoadedImages; heldOut: boolean } | null> {
  if (data.kind === 'points') return null;
  const test = resolved.plan.includeTest ? null : await library.test(data.info);
  return test ? { images: test, heldOut: true } : { images: data, heldOut: false };
}

export const playing = (context: Context) =>
  ({
    async judge({ run: id, ...asked }) {
      const run = findRun(context, id);
      const { resolved, chosen } = run;
      const [judge, evaluator] = await Promise.all([fetchJudge(), context.shelf.find(resolved, chosen.backend)]);
      return look(run, () => judge(run.training, run.data, asked, evaluator));
    },
    async deal({ run: id, ...asked }) {
      const run = findRun(context, id);
      const { training, config } = run;
      const { checkDeal, deal, freezePlayers } = await fetchDeal();
      checkDeal(run.resolved.plan, asked);
      const real = await realOf(context, run);
      if (!real) throw badConfig({ code: 'deal.points' });
      // Between two steps; the rest goes on beside the training.
      const { players, step, backend } = await look(run, () => ({
        players: freezePlayers(training.trainer()),
        step: training.step(),
        backend: training.backend(),
      }));
      try {
        return await context.loop.beside((pause) =>
          deal({ players, backend, step, seed: config.seed, pause, ...real }, asked),
        );
      } finally {
        backend.activate();
        players.dispose();
      }
    },
  }) satisfies Partial<Handlers>;
