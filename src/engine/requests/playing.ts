/** A person takes part: nobody needs what is behind this before. */
import { imported } from '../../core/imported.ts';
import { type Context, findRun, type Handlers } from '../context.ts';
import { look } from '../run/run.ts';

const fetchJudge = imported(
  () => import('../play/judge.ts'),
  ({ judge }) => judge,
);

export const playing = (context: Context) =>
  ({
    async judge({ run: id, ...asked }) {
      const run = findRun(context, id);
      const { shelf } = context;
      const { kind } = shelf.infoOf(run.resolved);
      const isRead = kind === 'shipped' || kind === 'trained';
      const [judge, evaluator] = await Promise.all([
        fetchJudge(),
        isRead ? shelf.take(run.resolved, run.chosen.backend) : null,
      ]);
      return look(run, () => judge(run.training, run.data, asked, evaluator));
    },
  }) satisfies Partial<Handlers>;
