/** The data of runs: each set of images is loaded once, for all that train on it. */
import type { DataSetInfo, ImageSetInfo } from '../../core/dataSet.ts';
import { drawPointSet, type LoadedExamples } from '../../data/points.ts';
import { type LoadedImages, loadImageSet } from '../../data/shards.ts';
import type { Plan } from '../../gan/plan.ts';
import type { EngineEvent } from '../../protocol/index.ts';
import type { Imports } from './imports.ts';

export interface Library {
  load(data: DataSetInfo, plan: Plan, seed: number): Promise<LoadedExamples>;
  images(data: ImageSetInfo, includeTest: boolean): Promise<LoadedImages>;
  /** The official test images alone, as far as they have come; null where a set has none. */
  test(data: ImageSetInfo): Promise<LoadedImages | null>;
  /** Tries again to fetch what failed. */
  retry(data: string): Promise<void>;
  close(): void;
}

export function createLibrary(options: {
  readonly base: string | URL;
  readonly imports: Imports;
  readonly fetch?: typeof fetch;
  emit(event: EngineEvent): void;
}): Library {
  const { base, imports, emit } = options;
  const loadings = new Map<string, Promise<LoadedImages>>();

  function images(data: ImageSetInfo, includeTest: boolean): Promise<LoadedImages> {
    const brought = imports.load(data.id, includeTest);
    if (brought) return Promise.resolve(brought);
    const key = `${data.id}${includeTest ? '+test' : ''}`;
    const loading =
      loadings.get(key) ??
      loadImageSet(data, {
        base,
        includeTest,
        onProgress: (loaded, total) => emit({ type: 'data', data: data.id, loaded, total }),
        onProblem: (error) => emit({ type: 'problem', error: error.toData() }),
        ...(options.fetch && { fetch: options.fetch }),
      });
    loadings.set(key, loading);
    // A failure is not kept: opening the run again tries again.
    loading.catch(() => loadings.delete(key));
    return loading;
  }

  async function test(data: ImageSetInfo): Promise<LoadedImages | null> {
    if (data.testCount === 0) return null;
    const brought = imports.test(data.id);
    if (brought) return brought;
    const key = `${data.id} test alone`;
    const loading =
      loadings.get(key) ??
      loadImageSet(data, {
        base,
        includeTest: true,
        includeTraining: false,
        // Nobody waits for more than the first.
        onProgress: () => undefined,
        onProblem: (error) => emit({ type: 'problem', error: error.toData() }),
        ...(options.fetch && { fetch: options.fetch }),
      });
    loadings.set(key, loading);
    loading.catch(() => loadings.delete(key));
    return loading;
  }

  return {
    images,
    test,
    load: (data, plan, seed) =>
      data.kind === 'points'
        ? // Drawn in no time, and each run's own, unless a person has drawn them: nothing is kept.
          Promise.resolve(imports.points(data.id) ?? drawPointSet(data, seed))
        : images(data, plan.includeTest || plan.supervision !== undefined || plan.heldOut !== undefined),
    async retry(data) {
      const asked = [...loadings].filter(([key]) => key.startsWith(data)).map(([, loading]) => loading);
      for (const loaded of await Promise.all(asked)) await loaded.retry();
    },
    close() {
      for (const loading of loadings.values()) void loading.then((loaded) => loaded.close());
    },
  };
}
