import type { StoreApi } from 'zustand/vanilla';
import type { ClassView } from '../../core/config.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import { SCALARS, type ScalarName } from '../../core/scalars.ts';
import { backendReasonOf, sentenceOf } from '../../i18n/problems/index.ts';
import type { BackendInfo, PlaneView, SampleGrid, Scores } from '../../protocol/index.ts';
import { problemText } from '../problemText.ts';
import type { Member } from './comparison.ts';
import type { History } from './history.ts';
import type { ScoreHistory } from './scores.ts';
import { isRunning, type PageStore, type Phase } from './store.ts';

/** An error with its sentence, as the page shows it. */
interface SaidError extends EngineErrorData {
  readonly message: string;
}

/** The page's state as plain data, for scripts and tests that drive the page from outside. */
export interface PlaygroundSnapshot {
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  readonly backend: (Pick<BackendInfo, 'id' | 'device' | 'software' | 'falls'> & { readonly reason: string }) | null;
  readonly phase: Phase;
  readonly step: number;
  readonly epoch: number;
  readonly epochProgress: number;
  readonly running: boolean;
  readonly losses: Record<ScalarName, number | null>;
  readonly gradientNorm: number | null;
  readonly stepsPerSecond: number | null;
  readonly tensors: number;
  readonly bytes: number;
  readonly dataLoaded: { readonly loaded: number; readonly total: number } | null;
  readonly grid: {
    readonly step: number;
    readonly classes: ClassView;
    readonly rows: number;
    readonly columns: number;
    readonly labels: number[] | null;
  } | null;
  /** In place of the grid, for data in the plane. */
  readonly plane: {
    readonly step: number;
    readonly side: number;
    readonly extent: number;
    /** D's output at [row, column], rows from below. */
    readonly values: number[];
    /** x and y of one point after the other. */
    readonly generated: number[];
  } | null;
  /** The systems that are trained beside each other; what is said above is then of all of them together. */
  readonly compared: readonly {
    readonly recipe: string;
    readonly run: number;
    readonly phase: Phase;
    readonly step: number;
    readonly losses: Record<ScalarName, number | null>;
    readonly grid: PlaygroundSnapshot['grid'];
    readonly plane: PlaygroundSnapshot['plane'];
    readonly error: SaidError | null;
  }[];
  readonly frames: number;
  readonly notices: string[];
  readonly error: SaidError | null;
}

export interface PlaygroundAutomation {
  state(): PlaygroundSnapshot;
  /** The complete series, not summarised. What a step did not measure is NaN. */
  history(): { readonly steps: number[]; readonly values: Record<ScalarName, number[]> };
  /** Every measuring of the run, oldest first. */
  scores(): Scores[];
}

declare global {
  interface Window {
    ganPlayground: PlaygroundAutomation;
  }
}

const said = (error: EngineErrorData): SaidError => ({ ...error, message: sentenceOf(error.problem) });

const forEachScalar = <Value>(read: (name: ScalarName) => Value): Record<ScalarName, Value> =>
  Object.fromEntries(SCALARS.map((name) => [name, read(name)])) as Record<ScalarName, Value>;

const gridState = ({ step, classes, generated }: SampleGrid): PlaygroundSnapshot['grid'] => ({
  step,
  classes,
  rows: generated.rows,
  columns: generated.columns,
  labels: generated.labels && Array.from(generated.labels),
});

const planeState = ({ step, side, extent, values, generated }: PlaneView): PlaygroundSnapshot['plane'] => ({
  step,
  side,
  extent,
  values: Array.from(values),
  generated: Array.from(generated),
});

const memberState = ({ store, history }: Member): PlaygroundSnapshot['compared'][number] => {
  const { opened, run, phase, step, grid, error } = store.getState();
  return {
    recipe: opened.recipe,
    run,
    phase,
    step,
    losses: forEachScalar((name) => history.latest(name)),
    grid: grid?.kind === 'images' ? gridState(grid) : null,
    plane: grid?.kind === 'plane' ? planeState(grid) : null,
    error: error && said(error),
  };
};

export const createAutomation = (
  store: PageStore,
  { history, scores }: { readonly history: History; readonly scores: ScoreHistory },
  members: StoreApi<readonly Member[]>,
): PlaygroundAutomation => ({
  state() {
    const { opened, info, grid, memory, problems, ...state } = store.getState();
    const { recipe, data, seed } = opened;
    const { phase, step, epoch, epochProgress, stepsPerSecond, dataLoaded, frames, error } = state;
    const backend = info && {
      id: info.backend.id,
      reason: backendReasonOf(info.backend.reason),
      device: info.backend.device,
      software: info.backend.software,
      falls: info.backend.falls,
    };
    return {
      recipe,
      data,
      seed,
      backend,
      phase,
      step,
      epoch,
      epochProgress,
      running: isRunning(phase),
      losses: forEachScalar((name) => history.latest(name)),
      gradientNorm: history.latest('gradientNorm'),
      stepsPerSecond,
      tensors: memory.tensors,
      bytes: memory.bytes,
      dataLoaded,
      grid: grid?.kind === 'images' ? gridState(grid) : null,
      plane: grid?.kind === 'plane' ? planeState(grid) : null,
      compared: members.getState().map(memberState),
      frames,
      notices: problems.map(problemText),
      error: error && said(error),
    };
  },
  scores: () => structuredClone([...scores.all()]),
  history: () => ({
    steps: Array.from(history.steps()),
    values: forEachScalar((name) => Array.from(history.column(name))),
  }),
});
