import type { ImageSetInfo } from '../core/dataSet.ts';
import { EngineError } from '../core/errors.ts';
import { describeNetwork } from '../core/network.ts';
import { decodePictureInBrowser } from '../data/decoders/browserPicture.ts';
import type { DecodePicture } from '../data/decoders/pictures.ts';
import { drawPointSet, type LoadedExamples } from '../data/points.ts';
import type { LoadedImages } from '../data/shards.ts';
import { loadImageSet } from '../data/shards.ts';
import { objectiveOf } from '../gan/objectives/index.ts';
import type { EngineEvent, PlaygroundEngine, RequestName, Requests, RunId, RunInfo } from '../protocol/index.ts';
import type { BackendPool } from './backends/chooseBackend.ts';
import { chooseBackend, createPool } from './backends/chooseBackend.ts';
import { backendStarters } from './backends/index.ts';
import { createShelf } from './measure/evaluator/shelf.ts';
import { createLoop } from './run/loop.ts';
import type { Resolved } from './run/resolve.ts';
import { resolve } from './run/resolve.ts';
import type { Run } from './run/run.ts';
import { createRun } from './run/run.ts';
import { createTogether } from './run/together.ts';
import { createImports } from './sets/imports.ts';

type Handlers = {
  readonly [Name in RequestName]: (payload: Requests[Name][0], signal: AbortSignal) => Promise<Requests[Name][1]>;
};

export interface EngineOptions {
  /** Address of the folder with a folder for each data set; ends with a slash. */
  readonly dataBase: string | URL;
  readonly fetch?: typeof fetch;
  /** How each backend is started; the real ones unless told otherwise. */
  readonly starters?: BackendPool['starters'];
  /** How pictures that people bring are decoded; the browser does it unless told otherwise. */
  readonly decodePicture?: DecodePicture;
}

const NOTHING: Record<string, never> = {};

/**
 * The engine in process: what the worker hosts, and what tests and the headless trainer use directly.
 * Holds any number of runs and steps those that run in turn.
 */
export function createEngine({
  dataBase,
  fetch,
  starters = backendStarters,
  decodePicture = decodePictureInBrowser,
}: EngineOptions): PlaygroundEngine {
  const runs = new Map<RunId, Run>();
  const together = createTogether();
  const loop = createLoop(() => runs.values(), together.limitOf);
  const backends = createPool(starters);
  const images = new Map<string, Promise<LoadedImages>>();
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const shelf = createShelf({
    address: new URL('../evaluator/evaluator.safetensors', dataBase),
    // Called bare: browsers refuse `fetch` with another `this`.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
  const imports = createImports({ decodePicture, emit, origin: new URL(dataBase).origin, ...(fetch && { fetch }) });

  function load({ data, plan }: Resolved, seed: number): Promise<LoadedExamples> {
    // Drawn in no time, and each run's own: nothing is kept.
    if (data.kind === 'points') return Promise.resolve(drawPointSet(data, seed));
    return loadImages(data, plan.includeTest || plan.supervision !== undefined || plan.heldOut !== undefined);
  }

  function loadImages(data: ImageSetInfo, includeTest: boolean): Promise<LoadedImages> {
    const brought = imports.load(data.id, includeTest);
    if (brought) return Promise.resolve(brought);
    const key = `${data.id}${includeTest ? ' and test' : ''}`;
    const loading =
      images.get(key) ??
      loadImageSet(data, {
        base: dataBase,
        includeTest,
        onProgress: (loaded, total) => emit({ type: 'data', data: data.id, loaded, total }),
        onProblem: (error) => emit({ type: 'problem', error: error.toData() }),
        ...(fetch && { fetch }),
      });
    images.set(key, loading);
    // A failure is not kept: opening the run again tries again.
    loading.catch(() => images.delete(key));
    return loading;
  }

  function find(id: RunId): Run {
    const run = runs.get(id);
    if (!run) throw new EngineError('unknown-run', `There is no run ${id}; it was closed or never opened.`);
    return run;
  }

  const infoOf = (run: Run): RunInfo => {
    const { plan } = run.resolved;
    return {
      run: run.id,
      backend: run.chosen().info,
      stepsPerEpoch: run.stepsPerEpoch,
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
  };

  const handlers: Handlers = {
    async open({ run: id, config, backend: choice }, signal) {
      const stillWanted = () => {
        if (signal.aborted) throw new EngineError('cancelled', 'Opening the run was cancelled.');
      };
      const resolved = resolve(config, imports.find);
      emit({ type: 'opening', run: id, stage: 'data', detail: resolved.data.name });
      const data = await load(resolved, config.seed);
      emit({ type: 'data', data: resolved.data.id, loaded: data.loaded, total: data.capacity });
      stillWanted();

      const onProgress = (detail: string) => emit({ type: 'opening', run: id, stage: 'backend', detail });
      const chosen = await chooseBackend(backends, choice, resolved.plan, { onProgress, signal });
      stillWanted();

      emit({ type: 'opening', run: id, stage: 'networks', detail: resolved.recipe.name });
      const { beside } = loop;
      const run = createRun({ id, config, resolved, data, chosen, evaluator: shelf.take, beside, emit });
      runs.set(id, run);
      await run.pause();
      return infoOf(run);
    },
    async close({ run: id }) {
      const run = runs.get(id);
      runs.delete(id);
      together.part(id);
      await run?.close();
      return NOTHING;
    },
    async train({ run: id, until }) {
      const run = find(id);
      together.part(id);
      run.train(until);
      loop.wake();
      return { step: run.step() };
    },
    async pause({ run: id }) {
      const run = find(id);
      await run.pause();
      return { step: run.step() };
    },
    async step({ run: id, part }) {
      const run = find(id);
      await run.single(part);
      return { step: run.step() };
    },
    async trainTogether({ runs: ids, until }) {
      together.train(ids.map(find), until);
      loop.wake();
      return NOTHING;
    },
    pauseTogether: async ({ runs: ids }) => ({ steps: await together.pause(ids.map(find)) }),
    stepTogether: async ({ runs: ids, part }) => ({ steps: await together.step(ids.map(find), part) }),
    async setParams({ run: id, params }) {
      await find(id).setParams(params);
      return NOTHING;
    },
    async view({ run: id, classes }) {
      await find(id).view(classes);
      return NOTHING;
    },
    async measure({ run: id }, signal) {
      await find(id).measure(signal);
      return NOTHING;
    },
    async setMeasuring({ run: id, ...settings }) {
      await find(id).setMeasuring(settings);
      return NOTHING;
    },
    async trainEvaluator({ run: id }, signal) {
      const { resolved, chosen } = find(id);
      const { data } = resolved;
      if (data.kind === 'points')
        throw new EngineError('bad-config', 'Points in the plane are measured as they are: they need no classifier.');
      const images = await loadImages(data, true);
      const { backend } = chosen();
      const onProgress = (share: number) => emit({ type: 'evaluator', run: id, share });
      const { trainBeside } = await import('./measure/evaluator/beside.ts');
      const trained = await trainBeside({ images, resolved, backend, signal, onProgress, beside: loop.beside });
      return { evaluator: shelf.keep(resolved, trained) };
    },
    inspect: async ({ run: id }) => find(id).inspect(),
    spectrum: async ({ run: id, network, layer }) => find(id).spectrum(network, layer),
    async credit({ run: id }) {
      // A credit may cross with the closing of its run.
      runs.get(id)?.credit();
      return NOTHING;
    },
    async resume({ run: id }, signal) {
      const run = find(id);
      const { backend, info } = run.chosen();
      if (!backends.lost.has(backend.id)) {
        await run.resume({ backend, info });
      } else {
        const next = await chooseBackend(backends, 'auto', run.resolved.plan, { onProgress: () => undefined, signal });
        await run.resume({
          ...next,
          info: { ...next.info, reason: `The ${backend.id} device was lost. ${next.info.reason}` },
        });
      }
      return { step: run.step(), backend: run.chosen().info };
    },
    async returnToBest({ run: id }) {
      const run = find(id);
      await run.returnToBest();
      return { step: run.step() };
    },
    async import(request, signal) {
      return { set: await imports.add(request, signal) };
    },
    async fetchOriginal(request, signal) {
      return { set: await imports.fetchOriginal(request, signal) };
    },
    async fetchAddresses(request, signal) {
      return { set: await imports.fetchAddresses(request, signal) };
    },
    async check({ config }) {
      resolve(config, imports.find);
      return NOTHING;
    },
    async retryData({ data }) {
      const loading = [...images].filter(([key]) => key.startsWith(data)).map(([, loaded]) => loaded);
      for (const loaded of await Promise.all(loading)) await loaded.retry();
      return NOTHING;
    },
  };

  backends.onLost = (id, error) => {
    for (const run of runs.values()) if (run.chosen().backend.id === id) run.fail(error);
  };

  return {
    async request(name, payload, options) {
      const aborting = new AbortController();
      const abort = () => aborting.abort();
      if (options?.signal?.aborted) abort();
      options?.signal?.addEventListener('abort', abort, { once: true });
      try {
        return await handlers[name](payload, aborting.signal);
      } catch (thrown) {
        throw EngineError.from(thrown);
      } finally {
        options?.signal?.removeEventListener('abort', abort);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const run of runs.values()) void run.close();
      runs.clear();
      shelf.close();
      for (const loading of images.values()) void loading.then((loaded) => loaded.close());
      listeners.clear();
    },
  };
}
