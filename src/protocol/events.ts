/** What the engine says without being asked just then. */
import type { OpeningDetail } from '../core/backends.ts';
import type { EngineErrorData } from '../core/errors.ts';
import type { ScalarRows } from '../core/scalars.ts';
import type { StepMode } from '../core/stepMode.ts';
import type { SampleView } from '../core/views.ts';
import type { Found, Lost } from './life.ts';
import type { RunId } from './runId.ts';
import type { Checkpoint } from './runs.ts';
import type { MeasuringStage, Scores } from './scores.ts';

export interface Frame {
  readonly type: 'frame';
  readonly run: RunId;
  readonly step: number;
  /** Whole passes over the training data. */
  readonly epoch: number;
  /** Share of the current pass that is done, in [0, 1). */
  readonly epochProgress: number;
  readonly running: boolean;
  /** Over the last second or so; null before two steps were timed. */
  readonly stepsPerSecond: number | null;
  /** Rows measured since the last frame. */
  readonly scalars: ScalarRows;
  /** The newest view, or null if it has not changed since the last frame. */
  readonly grid: SampleView | null;
  /** Milliseconds from the step of the newest view, sent now or before, to this frame's; 0 if they are the same. */
  readonly gridAge: number;
  /** The model with the best marks so far, and its share of right answers on the test examples. */
  readonly best: { readonly step: number; readonly test: number } | null;
  /** How the last step was taken. */
  readonly mode: StepMode;
  /** Live tensors and their bytes in the whole engine. */
  readonly memory: { readonly tensors: number; readonly bytes: number };
}

/** `whole`: with its networks; `snapshot`: their numbers alone; `gone`: there was no room for it any more. */
export type KeptForm = 'whole' | 'snapshot' | 'gone';

export type OpenStage = 'data' | 'backend' | 'networks';

export type EngineEvent =
  | Frame
  /** Opening a run, step by step, so that no wait is silent. */
  | { readonly type: 'opening'; readonly run: RunId; readonly stage: OpenStage; readonly detail: OpeningDetail }
  | { readonly type: 'data'; readonly data: string; readonly loaded: number; readonly total: number }
  /** Bytes or pictures of an import that are decoded, of so many. */
  | { readonly type: 'importing'; readonly job: number; readonly done: number; readonly total: number }
  | Scores
  /** How far the measuring of this step is; `share` in [0, 1] is of the stage. */
  | {
      readonly type: 'measuring';
      readonly run: RunId;
      readonly step: number;
      readonly stage: MeasuringStage;
      readonly share: number;
    }
  /** A measuring that nobody asked for just then has failed: no more are made by themselves until they are set anew. */
  | { readonly type: 'unmeasured'; readonly run: RunId; readonly step: number; readonly error: EngineErrorData }
  /** How far the training of a classifier is, in [0, 1]. */
  | { readonly type: 'evaluator'; readonly run: RunId; readonly share: number }
  /** The loop stopped by itself: it reached `until`, or it failed. */
  | { readonly type: 'stopped'; readonly run: RunId; readonly step: number; readonly error: EngineErrorData | null }
  /** How a run that was put aside is kept, and in how many bytes; again whenever that changes. */
  | { readonly type: 'kept'; readonly run: RunId; readonly form: KeptForm; readonly bytes: number }
  /** The state of a run, now and then and at a pause: a checkpoint to open it from if the engine should be lost. */
  | {
      readonly type: 'snapshot';
      readonly run: RunId;
      readonly step: number;
      readonly checkpoint: Checkpoint;
      /** Rows that no frame has brought yet: with them the page has all until that step, also while it is hidden. */
      readonly scalars: ScalarRows;
    }
  /** Something failed that stops no run, such as a later shard. */
  | { readonly type: 'problem'; readonly error: EngineErrorData }
  /** Of the worker itself, told by its client. */
  | Lost
  | Found;
