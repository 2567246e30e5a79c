/** Measuring as the page sees it: what is wanted, how far it is, what went wrong. One for each run's store. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import { findDataSet } from '../../data/sets/index.ts';
import type { MeasuringSettings, MeasuringStage } from '../../protocol/index.ts';
import type { Playground } from '../playground.ts';
import { recipeOf } from '../state/hash.ts';
import type { PageState } from '../state/store.ts';
import { defaultChoice, measuresOf, type Subject, subjectOf } from './measures.ts';

export interface QualityState {
  readonly settings: MeasuringSettings;
  /** The measuring that is under way. */
  readonly measuring: { readonly step: number; readonly stage: MeasuringStage; readonly share: number } | null;
  /** Whether it was asked for, and can be cancelled. */
  readonly asked: boolean;
  /** Share of the classifier's training that is done; null while none is trained. */
  readonly training: number | null;
  readonly error: EngineErrorData | null;
}

export interface Quality {
  readonly store: StoreApi<QualityState>;
  measureNow(): void;
  trainEvaluator(): void;
  /** Ends what was asked for. */
  cancel(): void;
  change(changes: Partial<MeasuringSettings>): void;
  dismissError(): void;
}

const FRESH = { measuring: null, asked: false, training: null, error: null } as const;

const subjectIn = ({ recipe, data }: PageState['opened']): Subject =>
  subjectOf(recipeOf(recipe).conditional, findDataSet(data));

function createQuality({ engine, store: page, scores }: Playground): Quality {
  const store = createStore<QualityState>(() => ({
    ...FRESH,
    settings: { every: null, samples: 500, chosen: defaultChoice(subjectIn(page.getState().opened)) },
  }));
  let cancelling = new AbortController();
  /** The run that knows the settings. */
  let told = 0;

  const isCurrent = (run: number): boolean => page.getState().run === run;
  const fail = (run: number, thrown: unknown): void => {
    const error = EngineError.from(thrown).toData();
    if (isCurrent(run)) store.setState({ ...FRESH, error: error.code === 'cancelled' ? null : error });
  };

  /** Tells the run what is wanted. */
  async function tell(): Promise<void> {
    const { run, info } = page.getState();
    if (!info) return;
    told = run;
    await engine.request('setMeasuring', { run, ...store.getState().settings });
  }
  const tellOrFail = (): void => {
    const { run } = page.getState();
    tell().catch((thrown: unknown) => fail(run, thrown));
  };

  page.subscribe(({ run, info, opened }, before) => {
    if (run !== before.run) {
      cancelling.abort();
      const subject = subjectIn(opened);
      const known = (of: Subject): string => measuresOf(of).join();
      const other = opened.recipe !== before.opened.recipe || known(subject) !== known(subjectIn(before.opened));
      const { settings } = store.getState();
      store.setState({ ...FRESH, settings: other ? { ...settings, chosen: defaultChoice(subject) } : settings });
    }
    if (info && told !== run && store.getState().settings.every !== null) tellOrFail();
  });
  scores.subscribe(() => store.setState({ measuring: null }));
  engine.subscribe((event) => {
    switch (event.type) {
      case 'measuring':
        if (isCurrent(event.run)) store.setState({ measuring: event });
        return;
      case 'unmeasured':
        if (!isCurrent(event.run)) return;
        store.setState(({ settings }) => ({ ...FRESH, settings: { ...settings, every: null }, error: event.error }));
        return;
      case 'evaluator':
        if (isCurrent(event.run) && store.getState().asked) store.setState({ training: event.share });
        return;
      default:
    }
  });

  /** For what a person asks for: it can be cancelled, and what goes wrong is shown. */
  async function ask(task: (run: number, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { run, info } = page.getState();
    if (!info || store.getState().asked) return;
    cancelling = new AbortController();
    store.setState({ asked: true, error: null });
    try {
      await task(run, cancelling.signal);
      if (isCurrent(run)) store.setState({ asked: false, training: null, measuring: null });
    } catch (thrown) {
      fail(run, thrown);
    }
  }

  return {
    store,
    measureNow: () =>
      void ask(async (run, signal) => {
        if (told !== run) await tell();
        await engine.request('measure', { run }, { signal });
      }),
    trainEvaluator: () =>
      void ask(async (run, signal) => {
        store.setState({ training: 0 });
        const { evaluator } = await engine.request('trainEvaluator', { run }, { signal });
        const { info } = page.getState();
        if (isCurrent(run) && info) page.setState({ info: { ...info, evaluator } });
      }),
    cancel: () => cancelling.abort(),
    change(changes) {
      store.setState(({ settings }) => ({ settings: { ...settings, ...changes }, error: null }));
      tellOrFail();
    },
    dismissError: () => store.setState({ error: null }),
  };
}

const qualities = new WeakMap<Playground, Quality>();

/** The same at every call, so that measuring goes on while the view is closed. */
export function qualityOf(playground: Playground): Quality {
  const quality = qualities.get(playground) ?? createQuality(playground);
  qualities.set(playground, quality);
  return quality;
}
