/** The latent space: what is behind this is fetched when somebody looks at it. */
import { badConfig } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import { throwIfCancelled } from '../cancelling.ts';
import { type Context, findRun, type Handlers } from '../context.ts';
import { look } from '../run/run.ts';

const fetchTools = imported(
  () => import('../view/latent/index.ts'),
  (module) => module,
);

export const latent = (context: Context) =>
  ({
    async latentPoints({ run: id, of }) {
      const { resolved, config } = findRun(context, id);
      const { latentPoints } = await fetchTools();
      return latentPoints(resolved.plan, config.seed, of);
    },
    async draw({ run: id, ...asked }) {
      const run = findRun(context, id);
      const { draw } = await fetchTools();
      return look(run, () => draw(run.training, asked));
    },
    async directions({ run: id, count }) {
      const run = findRun(context, id);
      const { directions } = await fetchTools();
      return look(run, () => directions(run.training, count));
    },
    async nearest({ run: id, count, ...asked }, signal) {
      const run = findRun(context, id);
      const { shelf, loop } = context;
      const { data, resolved, training } = run;
      const { examples: image } = resolved.plan;
      if (data.kind === 'points' || image.kind === 'points') throw badConfig({ code: 'latent.points' });
      const [{ nearest, valuesOf }, evaluator] = await Promise.all([
        fetchTools(),
        shelf.find(resolved, run.chosen.backend),
      ]);
      const [step, sample] = await look(run, async () => [training.step(), await valuesOf(training, asked)] as const);
      return loop.beside((rest) => {
        const pause = async (): Promise<void> => {
          await rest();
          throwIfCancelled(signal, { work: 'nearest' });
        };
        return nearest({ step, image, data, sample, count, evaluator, pause });
      });
    },
  }) satisfies Partial<Handlers>;
