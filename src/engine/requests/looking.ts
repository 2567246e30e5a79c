/** What is asked about a run: scores, what is inside its networks, and its state as a file. */

import { badConfig } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import { type Context, findRun, type Handlers, NOTHING } from '../context.ts';
import { giveCheckpoint, inspect, measure, spectrum } from '../run/control.ts';
import { look } from '../run/run.ts';

const fetchTraining = imported(
  () => import('../measure/evaluator/beside.ts'),
  (module) => module.trainBeside,
);

const fetchFollowing = imported(
  () => import('../measure/way.ts'),
  ({ followSample }) => followSample,
);

export const looking = (context: Context) =>
  ({
    async measure({ run: id }, signal) {
      await measure(findRun(context, id), signal);
      return NOTHING;
    },
    async setMeasuring({ run: id, ...settings }) {
      await findRun(context, id).measuring.set(settings);
      return NOTHING;
    },
    async trainEvaluator({ run: id }, signal) {
      const { library, loop, shelf, emit } = context;
      const { resolved, chosen } = findRun(context, id);
      const { data } = resolved;
      if (data.kind === 'points') throw badConfig({ code: 'evaluator.points' });
      const images = await library.images(data, true);
      const onProgress = (share: number): void => emit({ type: 'evaluator', run: id, share });
      const trainBeside = await fetchTraining();
      const { backend } = chosen;
      const trained = await trainBeside({ images, resolved, backend, signal, onProgress, beside: loop.beside });
      return { evaluator: shelf.keep(resolved, trained) };
    },
    checkpoint: async ({ run: id }) => ({ step: await giveCheckpoint(findRun(context, id)) }),
    inspect: ({ run: id }) => inspect(findRun(context, id)),
    async follow({ run: id, place }) {
      const run = findRun(context, id);
      const followSample = await fetchFollowing();
      return look(run, () => followSample(run.training, { place, classes: run.feed.classes(), seed: run.config.seed }));
    },
    spectrum: ({ run: id, network, layer }) => spectrum(findRun(context, id), network, layer),
  }) satisfies Partial<Handlers>;
