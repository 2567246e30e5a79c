/**
 * What the page and the engine say to each other. Types only.
 *
 * Requests are one map, name -> [request, response]; events are one union. The engine implements
 * `PlaygroundEngine` in process, the worker's client implements the same interface across `postMessage`,
 * so nobody who holds one can tell which it is.
 */
import type { BackendChoice, BackendId, ClassView, RunConfig, StepPart } from '../core/config.ts';
import type { BroughtFile, DataSetInfo } from '../core/dataSet.ts';
import type { EngineErrorData } from '../core/errors.ts';
import type { Inspection, NetworkName, Spectrum } from '../core/inspection.ts';
import type { ParamValues } from '../core/params.ts';
import type { ScalarRows } from '../core/scalars.ts';
import type { MeanPictures, Score } from '../core/score.ts';

export type { Score };

/** Chosen by the page, one for each run ever opened; what an older run still sends is dropped. */
export type RunId = number;

export interface Requests {
  /** Builds a run at step 0: loads the data, chooses the backend, makes the networks. Cancellable. */
  open: [{ readonly run: RunId; readonly config: RunConfig; readonly backend: BackendChoice }, RunInfo];
  close: [{ readonly run: RunId }, Record<string, never>];
  /** Starts the loop. With `until`, pauses by itself after that step. */
  train: [{ readonly run: RunId; readonly until: number | null }, { readonly step: number }];
  /** Stops the loop after the step in flight. */
  pause: [{ readonly run: RunId }, { readonly step: number }];
  /** One step of a paused run. */
  step: [{ readonly run: RunId; readonly part: StepPart }, { readonly step: number }];
  /**
   * Starts several runs in lock step: none is ever more than a step ahead of the slowest that is still running. One
   * that has failed is left out. They stay together until one of them is trained by itself.
   */
  trainTogether: [{ readonly runs: readonly RunId[]; readonly until: number | null }, Record<string, never>];
  /** Pauses them all after the same step, and answers with where each is, in the order of `runs`. */
  pauseTogether: [{ readonly runs: readonly RunId[] }, { readonly steps: readonly number[] }];
  /** One step of each paused run; of those that are behind, if they are not at the same one. */
  stepTogether: [{ readonly runs: readonly RunId[]; readonly part: StepPart }, { readonly steps: readonly number[] }];
  /** Changes live parameters between two steps. */
  setParams: [{ readonly run: RunId; readonly params: ParamValues }, Record<string, never>];
  /** Chooses which classes the grid shows; a new grid follows at once, also while paused. */
  view: [{ readonly run: RunId; readonly classes: ClassView }, Record<string, never>];
  /** Looks inside both networks between two steps, also while training; the run goes on as if nobody had looked. */
  inspect: [{ readonly run: RunId }, Inspection];
  /** Singular values of one layer's kernel as it is now. */
  spectrum: [{ readonly run: RunId; readonly network: NetworkName; readonly layer: number }, Spectrum];
  /** The page has drawn the last frame and may be sent one more. */
  credit: [{ readonly run: RunId }, Record<string, never>];
  /** After a stop by an error: goes back to the last good snapshot, on the next backend if one was lost. */
  resume: [{ readonly run: RunId }, { readonly step: number; readonly backend: BackendInfo }];
  /** Where D learns classes: pauses, and goes back to the model with the best marks. The next credit brings its grid. */
  returnToBest: [{ readonly run: RunId }, { readonly step: number }];
  /** Scores G as it is now, also while it trains, and answers when the event `scores` has been sent. Cancellable. */
  measure: [{ readonly run: RunId }, Record<string, never>];
  /** What `measure` measures, and whether it is done by itself. Kept until the run is closed. */
  setMeasuring: [{ readonly run: RunId } & MeasuringSettings, Record<string, never>];
  /**
   * Trains a classifier on the classes of a run's data, beside any training; it serves every run on such images during
   * this visit. Cancellable.
   */
  trainEvaluator: [{ readonly run: RunId }, { readonly evaluator: EvaluatorInfo }];
  /** Tries again to fetch the shards that failed. */
  retryData: [{ readonly data: string }, Record<string, never>];
  /** Decodes files into a set that runs can then be opened on, by its id, until the page is left. Cancellable. */
  import: [ImportRequest, { readonly set: DataSetInfo }];
  /** The same with a public data set, which is fetched from its authors and kept by the browser. Cancellable. */
  fetchOriginal: [{ readonly job: number; readonly original: string }, { readonly set: DataSetInfo }];
  /** The same with files that lie at other addresses, whose servers let this page read them. Cancellable. */
  fetchAddresses: [AddressRequest, { readonly set: DataSetInfo }];
  /** Fulfilled if a run could be opened so; rejected with the reason if not. Opens and loads nothing. */
  check: [{ readonly config: RunConfig }, Record<string, never>];
}

export type RequestName = keyof Requests;

export interface MeasuringSettings {
  /**
   * Steps between two measurings while training; null for none. Where one takes longer, the next begins when it is done.
   */
  readonly every: number | null;
  /** Generated examples, and as many real ones. */
  readonly samples: number;
  /** Ids of measures. Those that do not apply to the data are left out. */
  readonly chosen: readonly string[];
}

/** The classifier whose features and class probabilities the measures look at. */
export type EvaluatorInfo =
  /** Points in the plane are looked at as they are. */
  | { readonly kind: 'none' }
  | { readonly kind: 'shipped' }
  /** Trained during this visit; its share of right answers on images it was not trained on. */
  | { readonly kind: 'trained'; readonly accuracy: number }
  /** There is none for such images until `trainEvaluator` has made one. */
  | { readonly kind: 'missing' };

/** What G was worth at one step. */
export interface Scores {
  readonly type: 'scores';
  readonly run: RunId;
  readonly step: number;
  /** Examples on each side. */
  readonly samples: number;
  readonly scores: readonly Score[];
  /** Null for points. */
  readonly means: MeanPictures | null;
  /** From the beginning to the end, with all that was done in between. */
  readonly milliseconds: number;
}

/** `evaluator`: it is fetched; `data`: the set is still being loaded; the others are of the measuring itself. */
export type MeasuringStage = 'evaluator' | 'data' | 'samples' | 'features' | 'measures';

export interface ImportRequest {
  /** Chosen by the page: tells the progress of one import from another's. */
  readonly job: number;
  readonly files: readonly BroughtFile[];
  /** What pictures become; arrays stay as they are. */
  readonly side: number;
  readonly channels: 1 | 3;
}

export interface AddressRequest extends Omit<ImportRequest, 'files'> {
  /** As a person typed them, one for each file. */
  readonly addresses: readonly string[];
}

export interface BackendInfo {
  readonly id: BackendId;
  /** The adapter or renderer, as the browser names it. */
  readonly device: string;
  /** True when the GPU interface is emulated on the CPU. */
  readonly software: boolean;
  /** Why this one: one sentence for the person. */
  readonly reason: string;
  /** What calibration found, fastest first. */
  readonly candidates: readonly BackendCandidate[];
}

export interface BackendCandidate {
  readonly id: BackendId;
  /** Measured or extrapolated milliseconds for one training step, or null where it did not run. */
  readonly millisecondsPerStep: number | null;
  readonly note: string;
}

export interface RunInfo {
  readonly run: RunId;
  readonly backend: BackendInfo;
  readonly stepsPerEpoch: number;
  readonly batch: number;
  /** Numbers of trainable weights. */
  readonly parameters: { readonly generator: number; readonly discriminator: number };
  /** How many classes the generator can be asked for; 0 where it takes none. */
  readonly classes: number;
  /** The target k to draw into the gradient-norm trace. */
  readonly gradientTarget: number;
  /** How D(x) and D(G(z)) are to be read. */
  readonly score: 'probability' | 'raw';
  readonly evaluator: EvaluatorInfo;
  /** The labelled pool, or null where D is told no classes. */
  readonly labelled: LabelledDigits | null;
}

export interface LabelledDigits {
  readonly count: number;
  /** Some of them, in the order of their classes. */
  readonly shown: ImageGrid;
}

/** Images in rows and columns, bytes 0–255, row-major over the grid, each image row-major. */
export interface ImageGrid {
  readonly rows: number;
  readonly columns: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** rows · columns · height · width · channels bytes, image after image. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The class of each image, or null where there is none. */
  readonly labels: Uint8Array<ArrayBuffer> | null;
}

/** What G drew at one moment, with real digits beside it. */
export interface SampleGrid {
  readonly kind: 'images';
  readonly step: number;
  readonly classes: ClassView;
  readonly generated: ImageGrid;
  /** One row of real images: of the chosen class, or one of each. */
  readonly real: ImageGrid;
}

/** D over the plane at one moment, with the points that it tells apart. */
export interface PlaneView {
  readonly kind: 'plane';
  readonly step: number;
  /** Cells along each side of the square [−extent, extent]². */
  readonly side: number;
  readonly extent: number;
  /** D's output, before any sigmoid, at the centre of each cell: [side, side], rows from below, each from the left. */
  readonly values: Float32Array<ArrayBuffer>;
  /** The output at which D cannot tell real from generated. */
  readonly middle: number;
  /** [n, 2], the same at every moment. */
  readonly real: Float32Array<ArrayBuffer>;
  /** [n, 2], made of the same z at every moment. */
  readonly generated: Float32Array<ArrayBuffer>;
}

/** What there is to see of a run besides its curves. */
export type SampleView = SampleGrid | PlaneView;

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
  /** The model with the best marks so far, and its share of right answers on the test examples. */
  readonly best: { readonly step: number; readonly test: number } | null;
  /** Live tensors and their bytes in the whole engine. */
  readonly memory: { readonly tensors: number; readonly bytes: number };
}

export type OpenStage = 'data' | 'backend' | 'networks';

export type EngineEvent =
  | Frame
  /** Opening a run, step by step, so that no wait is silent. */
  | { readonly type: 'opening'; readonly run: RunId; readonly stage: OpenStage; readonly detail: string }
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
  /** Something failed that stops no run, such as a later shard. */
  | { readonly type: 'problem'; readonly error: EngineErrorData };

/** The part of `AbortSignal` that cancelling needs; this file knows neither the page nor the worker. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface RequestOptions {
  readonly signal?: CancelSignal;
}

export interface PlaygroundEngine {
  /** Rejects with an `EngineError` (core/errors.ts). */
  request<Name extends RequestName>(
    name: Name,
    payload: Requests[Name][0],
    options?: RequestOptions,
  ): Promise<Requests[Name][1]>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  close(): void;
}

/** Page -> worker. */
export type ToWorker =
  | {
      [Name in RequestName]: {
        readonly kind: 'request';
        readonly id: number;
        readonly name: Name;
        readonly payload: Requests[Name][0];
      };
    }[RequestName]
  | { readonly kind: 'cancel'; readonly id: number };

/** Worker -> page. */
export type FromWorker =
  | { readonly kind: 'response'; readonly id: number; readonly payload: Requests[RequestName][1] }
  | { readonly kind: 'failure'; readonly id: number; readonly error: EngineErrorData }
  | { readonly kind: 'event'; readonly event: EngineEvent };
