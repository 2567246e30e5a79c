/** Runs come and go. */
import type { OpeningDetail } from '../../core/backends.ts';
import { describeNetwork } from '../../core/network.ts';
import { objectiveOf } from '../../gan/objectives/index.ts';
import type { OpenRequest, RunInfo, RunReport } from '../../protocol/index.ts';
import { decodeCheckpoint } from '../../record/checkpoint.ts';
import { chooseBackend } from '../backends/chooseBackend.ts';
import { startEarly } from '../backends/pool.ts';
import { cancelled } from '../cancelling.ts';
import { anyRun, type Context, findRun, findRuns, type Handlers, NOTHING } from '../context.ts';
import { fitFile } from '../keep/beginWith.ts';
import { beginAt, beginFrom, close, pause, resume, returnToBest } from '../run/control.ts';
import { resolve } from '../run/resolve.ts';
import { createRun, type Run } from '../run/run.ts';
import { stepsOf } from './training.ts';

function infoOf({ shelf }: Context, run: Run): RunInfo {
  const { plan } = run.resolved;
  return {
    run: run.id,
    backend: run.chosen.info,
    stepsPerEpoch: run.training.stepsPerEpoch,
    batch: plan.batch,
    parameters: {
      generator: describeNetwork(plan.generator).parameters,
      discriminator: describeNetwork(plan.discriminator).parameters,
    },
    classes: plan.classes,
    gradientTarget: plan.gradientNorm.target,
    score: objectiveOf(plan.objective).scoreKind,
    evaluator: shelf.infoOf(run.resolved),
    labelled: run.labelled,
  };
}

async function open(context: Context, request: OpenRequest, signal: AbortSignal): Promise<RunInfo> {
  const { run: id, config, backend: choice, from, weights } = request;
  const { emit, imports, library, backends, shelf, loop, runs } = context;
  const stillWanted = (): void => {
    if (signal.aborted) throw cancelled({ work: 'opening' });
  };
  const resolved = resolve(config, imports.find);
  emit({ type: 'opening', run: id, stage: 'data', detail: { code: 'opening.named', name: resolved.data.name } });
  void startEarly(backends, choice);
  const data = await library.load(resolved.data, resolved.plan, config.seed);
  emit({ type: 'data', data: resolved.data.id, loaded: data.loaded, total: data.capacity });
  stillWanted();

  const onProgress = (detail: OpeningDetail): void => emit({ type: 'opening', run: id, stage: 'backend', detail });
  const chosen = await chooseBackend(backends, choice, resolved.plan, { onProgress, signal });
  stillWanted();

  emit({ type: 'opening', run: id, stage: 'networks', detail: { code: 'opening.named', name: resolved.recipe.name } });
  const run = createRun({ id, config, resolved, data, chosen, evaluator: shelf.take, beside: loop.beside, emit });
  runs.set(id, run);
  if (weights) await beginFrom(run, weights);
  if (from) await beginAt(run, decodeCheckpoint(new Uint8Array(await from.arrayBuffer())));
  await pause(run);
  return infoOf(context, run);
}

export const opening = (context: Context) =>
  ({
    open: (request, signal) => open(context, request, signal),
    async close({ run: id }) {
      const { runs, together, aside } = context;
      const run = runs.get(id);
      runs.delete(id);
      together.part(id);
      aside.forget(id);
      if (run) await close(run);
      return NOTHING;
    },
    async putAside(group) {
      const runs = findRuns(context, group);
      await context.together.pause(runs);
      for (const run of runs) run.measuring.reset();
      await context.aside.put(runs);
      return stepsOf(runs);
    },
    async bringBack({ runs: ids }) {
      const runs = ids.map((id) => anyRun(context, id));
      await context.aside.take(runs);
      return stepsOf(runs);
    },
    async resume({ run: id }, signal) {
      const run = findRun(context, id);
      const { chosen } = run;
      const { backend } = chosen;
      if (!context.backends.lost.has(backend.id)) {
        await resume(run, chosen);
      } else {
        const options = { onProgress: () => undefined, signal };
        const next = await chooseBackend(context.backends, 'auto', run.resolved.plan, options);
        const reason = { code: 'reason.afterLoss', lost: backend.id, next: next.info.reason } as const;
        await resume(run, { ...next, info: { ...next.info, reason } });
      }
      return { step: run.training.step(), backend: run.chosen.info };
    },
    async returnToBest({ run: id }) {
      const run = findRun(context, id);
      await returnToBest(run);
      return { step: run.training.step() };
    },
    async runs() {
      const report = ({ id, config, params, state, training }: Run): RunReport => ({
        run: id,
        config: { ...config, params },
        state: state.kind,
        step: training.step(),
        aside: context.aside.has(id),
      });
      return { runs: [...context.runs.values()].map(report) };
    },
    async check({ config, weights }) {
      const { plan } = resolve(config, context.imports.find);
      const networks = {
        generator: describeNetwork(plan.generator),
        discriminator: describeNetwork(plan.discriminator),
      };
      if (weights) await fitFile(networks, weights);
      return NOTHING;
    },
  }) satisfies Partial<Handlers>;
