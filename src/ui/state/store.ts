import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpeningDetail } from '../../core/backends.ts';
import type { ClassView } from '../../core/config.ts';
import type { DataSetInfo } from '../../core/dataSet.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import type { Inspection } from '../../core/inspection.ts';
import type { Evidence } from '../../diagnosis/rule.ts';
import type { Frame, OpenStage, RunId, RunInfo, SampleView } from '../../protocol/index.ts';
import { type Curves, noCurves } from './curves.ts';
import { type LinkProblem, type Settings, specsOf } from './hash.ts';

/**
 * `pausing` and `stepping` last until the step in flight is done. `failed`: the run cannot go on, or could
 * not be opened, until the person acts.
 */
export type Phase = 'opening' | 'paused' | 'training' | 'pausing' | 'stepping' | 'failed';

/** Images of the person's own: what was brought, and what is being brought. */
export interface BringState {
  readonly sets: readonly DataSetInfo[];
  /** Whether the page is asking for files, or showing what becomes of them. */
  readonly open: boolean;
  /** Bytes or pictures decoded, of so many; a total of 0 until it is known. */
  readonly job: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly error: EngineErrorData | null;
}

export interface PageState {
  /** What the controls show. */
  readonly settings: Settings;
  /** What the current run really uses; behind `settings` where a change waits for a restart. */
  readonly opened: Settings;
  readonly run: RunId;
  /** Null until the run is open. */
  readonly info: RunInfo | null;
  readonly phase: Phase;
  /** Training begins as soon as the run is open. */
  readonly trainWhenOpen: boolean;
  readonly opening: { readonly stage: OpenStage; readonly detail: OpeningDetail } | null;
  readonly step: number;
  readonly epoch: number;
  readonly epochProgress: number;
  readonly stepsPerSecond: number | null;
  readonly memory: { readonly tensors: number; readonly bytes: number };
  readonly classes: ClassView;
  readonly grid: SampleView | null;
  /** Where D learns classes, the model that can be returned to. */
  readonly best: Frame['best'];
  /** Accuracies of earlier runs, to compare with. */
  readonly curves: Curves;
  /** Frames drawn since the page was opened. */
  readonly frames: number;
  readonly dataLoaded: { readonly loaded: number; readonly total: number } | null;
  /** What the link said and the page could not read. */
  readonly problems: readonly LinkProblem[];
  readonly error: EngineErrorData | null;
  /** The last look inside this run. */
  readonly inspection: Inspection | null;
  /** What the charts point out. */
  readonly lit: Evidence | null;
  readonly bring: BringState;
}

export type PageStore = StoreApi<PageState>;

/** A run as it is before anything is known of it. */
export const freshRun = {
  info: null,
  phase: 'opening',
  opening: null,
  step: 0,
  epoch: 0,
  epochProgress: 0,
  stepsPerSecond: null,
  grid: null,
  best: null,
  error: null,
  inspection: null,
  lit: null,
} as const satisfies Partial<PageState>;

export const createPageStore = (settings: Settings, problems: readonly LinkProblem[]): PageStore =>
  createStore<PageState>(() => ({
    ...freshRun,
    settings,
    opened: settings,
    run: 0,
    trainWhenOpen: settings.run,
    memory: { tensors: 0, bytes: 0 },
    classes: 'all',
    frames: 0,
    curves: noCurves,
    dataLoaded: null,
    problems,
    bring: { sets: [], open: false, job: null, error: null },
  }));

export const isRunning = (phase: Phase): boolean => phase === 'training' || phase === 'pausing';

/** Nothing would be lost by opening the run anew. */
export const isUntouched = ({ phase, step }: PageState): boolean =>
  step === 0 && !isRunning(phase) && phase !== 'stepping';

/** Names of the parameters that differ and apply without a restart. */
export const liveChanges = ({ settings, opened }: Pick<PageState, 'settings' | 'opened'>): string[] =>
  Object.entries(specsOf(settings))
    .filter(([name, spec]) => spec.applies === 'live' && settings.params[name] !== opened.params[name])
    .map(([name]) => name);

/** Names of the settings that differ and wait for a restart. */
export const restartChanges = ({ settings, opened }: Pick<PageState, 'settings' | 'opened'>): string[] => {
  const own = (['recipe', 'data', 'seed', 'backend', 'generator', 'discriminator'] as const).filter(
    (key) => settings[key] !== opened[key],
  );
  const params = Object.entries(specsOf(settings))
    .filter(([name, spec]) => spec.applies === 'restart' && settings.params[name] !== opened.params[name])
    .map(([name]) => name);
  return [...own, ...params];
};
