/** One run on the page: what is known of it, in a store, and beside it what it has measured. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClassView } from '../../core/config.ts';
import { createHistory, type History } from '../../core/history.ts';
import type { Inspection } from '../../core/inspection.ts';
import type { ParamValue } from '../../core/params.ts';
import type { Problem } from '../../core/problems.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { StepMode } from '../../core/stepMode.ts';
import type { StepTrace } from '../../core/trace.ts';
import type { Evidence } from '../../diagnosis/rule.ts';
import type { Checkpoint, Frame, RunId, RunInfo, SampleView, StepEffect } from '../../protocol/index.ts';
import { movePhase, OPENING, type Phase, type PhaseMove } from './phase.ts';
import { createScoreHistory, type ScoreHistory } from './scores.ts';
import type { RunSettings } from './settings.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export interface MemberState {
  /** What the run uses. */
  readonly opened: RunSettings;
  /** What the controls say: sound, of the same system and data; ahead of `opened` where a change waits. */
  readonly wanted: RunSettings;
  /** The last change that made no sense, and why: it was not taken over. */
  readonly refused: { readonly name: string; readonly value: ParamValue; readonly why: Problem } | null;
  /** Changed by `move` alone. */
  readonly phase: Phase;
  /** Null until the run is open. */
  readonly info: RunInfo | null;
  readonly step: number;
  readonly epoch: number;
  readonly epochProgress: number;
  readonly stepsPerSecond: number | null;
  readonly mode: StepMode;
  readonly memory: { readonly tensors: number; readonly bytes: number };
  readonly classes: ClassView;
  readonly grid: SampleView | null;
  /** Milliseconds from the step of the grid to that of the last frame. */
  readonly gridAge: number;
  /** What the last single step did; it is of interest until the run goes on. */
  readonly effect: StepEffect | null;
  /** What it came by on its way, where somebody looked on; of interest as long. */
  readonly trace: StepTrace | null;
  /** Where D learns classes, the model that can be returned to. */
  readonly best: Frame['best'];
  /** Frames drawn. */
  readonly frames: number;
  /** The last look inside this run. */
  readonly inspection: Inspection | null;
  /** What the charts point out. */
  readonly lit: Evidence | null;
  /** Of which scalar the curve is heavier: a reader points at what it measures, or has pressed it. */
  readonly pointedCurve: ScalarName | null;
  readonly keptCurve: ScalarName | null;
}

export interface Member {
  /** Its number in the engine; another one whenever it is opened. */
  run: RunId;
  readonly store: StoreApi<MemberState>;
  readonly history: History;
  readonly scores: ScoreHistory;
  readonly timeline: Timeline;
  /** The last state that the engine gave. */
  checkpoint: { readonly step: number; readonly file: Checkpoint } | null;
  /** Weights that it began with, in place of random ones. */
  readonly weights: Blob | null;
  /** Whether the engine has a run of this number, or is making one. */
  inEngine: boolean;
}

/** What is not known before a run is open. */
const UNKNOWN = {
  refused: null,
  phase: OPENING,
  info: null,
  step: 0,
  epoch: 0,
  epochProgress: 0,
  stepsPerSecond: null,
  mode: { kind: 'eager' },
  memory: { tensors: 0, bytes: 0 },
  classes: 'all',
  grid: null,
  gridAge: 0,
  effect: null,
  trace: null,
  best: null,
  frames: 0,
  inspection: null,
  lit: null,
  pointedCurve: null,
  keptCurve: null,
} as const satisfies Partial<MemberState>;

export const createMember = (
  settings: RunSettings,
  classes: ClassView = 'all',
  weights: Blob | null = null,
): Member => ({
  run: 0,
  store: createStore<MemberState>(() => ({ ...UNKNOWN, opened: settings, wanted: settings, classes })),
  history: createHistory(),
  scores: createScoreHistory(),
  timeline: createTimeline(),
  checkpoint: null,
  weights,
  inEngine: false,
});

export const stateOf = ({ store }: Member): MemberState => store.getState();

export function move({ store }: Member, to: PhaseMove): void {
  const { phase } = store.getState();
  const next = movePhase(phase, to);
  if (next !== phase) store.setState({ phase: next });
}

/** It goes on from this step: what was measured later is dropped. */
export function rewind({ store, history, scores, timeline }: Member, step: number): void {
  history.truncate(step);
  timeline.truncate(step);
  scores.truncate(step);
  store.setState({ step, effect: null, trace: null });
}

/** A response may overtake a frame, so the step never goes back here. */
export function arriveAt(member: Member, step: number): void {
  member.store.setState((state) => ({ step: Math.max(step, state.step) }));
  move(member, { type: 'rest' });
}

export function takeFrame({ store, timeline }: Member, frame: Frame): void {
  if (frame.grid) timeline.keep(frame.grid);
  store.setState((state) => ({
    step: Math.max(frame.step, state.step),
    epoch: frame.epoch,
    epochProgress: frame.epochProgress,
    stepsPerSecond: frame.stepsPerSecond,
    mode: frame.mode,
    memory: frame.memory,
    grid: frame.grid ?? state.grid,
    gridAge: frame.gridAge,
    best: frame.best,
    frames: state.frames + 1,
  }));
}

/** Nothing would be lost by opening it anew. */
export const isUntouched = ({ store }: Member): boolean => {
  const { phase, step } = store.getState();
  return step === 0 && (phase.kind === 'opening' || phase.kind === 'paused' || phase.kind === 'failed');
};
