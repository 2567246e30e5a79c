import type { BackendChoice, ClassView, RunConfig, StepPart } from '../core/config.ts';
import type { BroughtFile, DataSetInfo } from '../core/dataSet.ts';
import type { FileLike } from '../core/file.ts';
import type { Inspection, NetworkName, Spectrum } from '../core/inspection.ts';
import type { ParamValues } from '../core/params.ts';
import type { StepTrace } from '../core/trace.ts';
import type { SampleWay } from '../core/way.ts';
import type { StepEffect } from './effects.ts';
import type { Asked, Directions, Drawn, LatentPoints, Nearest, PointsRequest } from './latent.ts';
import type { Deal, DealRequest, JudgeRequest, Verdict } from './playing.ts';
import type { RunId } from './runId.ts';
import type { BackendInfo, Checkpoint, RunInfo, RunReport } from './runs.ts';
import type { EvaluatorInfo, MeasuringSettings } from './scores.ts';

/** Everything that the page can ask of the engine: name -> [request, response]. */
export interface Requests {
  /** Builds a run: loads the data, chooses the backend, makes the networks. Cancellable. */
  open: [OpenRequest, RunInfo];
  close: [{ readonly run: RunId }, Record<string, never>];
  /**
   * Starts a group in lock step: none is ever more than a step ahead of the slowest that is still running. One that has
   * failed is left out. With `until`, each pauses by itself after that step.
   */
  train: [Group & { readonly until: number | null }, Steps];
  /** Pauses a group after the step in flight, all at the same one. What fails meanwhile says so by `stopped`. */
  pause: [Group, Steps];
  /**
   * One step of each paused run of a group; of those that are behind, if they are not at the same one. Says what it did
   * to each: null for a run that took none, or failed.
   */
  step: [Group & { readonly part: StepPart }, Steps & { readonly effects: readonly (StepEffect | null)[] }];
  /** The same step, bit for bit, with the tensors that each of its updates came by. */
  stepSlowly: [
    Group & { readonly part: StepPart },
    Steps & { readonly effects: readonly (StepEffect | null)[]; readonly traces: readonly (StepTrace | null)[] },
  ];
  /**
   * Pauses a group and puts it aside: it is kept, whole or as a snapshot, as far as the memory for such runs goes; the
   * event `kept` says how. Until it is brought back it takes no other request but `close`.
   */
  putAside: [Group, Steps];
  /** Brings a group back, to go on exactly where it was. */
  bringBack: [Group, Steps];
  /** Changes live parameters between two steps. */
  setParams: [{ readonly run: RunId; readonly params: ParamValues }, Record<string, never>];
  /** Chooses which classes the grid shows; a new grid follows at once, also while paused. */
  view: [{ readonly run: RunId; readonly classes: ClassView }, Record<string, never>];
  /** Looks inside both networks between two steps, also while training; the run goes on as if nobody had looked. */
  inspect: [{ readonly run: RunId }, Inspection];
  /** What each layer makes of one of the samples on the screen, by its place there; the last if there are fewer. */
  follow: [{ readonly run: RunId; readonly place: number }, SampleWay];
  /** Singular values of one layer's kernel as it is now. */
  spectrum: [{ readonly run: RunId; readonly network: NetworkName; readonly layer: number }, Spectrum];
  /** What D, and the classifier where there is one, make of examples, between two steps; the run stays as it is. */
  judge: [JudgeRequest, Verdict];
  /** Places in the latent space: those behind the grid, or new ones. The same at every step, and nothing is drawn of them. */
  latentPoints: [PointsRequest, LatentPoints];
  /**
   * What G makes of latent points, with the weights that draw the grid and with running statistics, between two steps, also
   * while training; the run stays, bit for bit, as it is.
   */
  draw: [{ readonly run: RunId } & Asked, Drawn];
  /** Principal directions of the first layer of G as it draws the grid, with the batch normalisation that follows it. */
  directions: [{ readonly run: RunId; readonly count: number }, Directions];
  /** The training images nearest to what G makes of one point, looked for beside the training. Cancellable. */
  nearest: [{ readonly run: RunId; readonly count: number } & Asked, Nearest];
  /** Real and generated images to be told apart, of G as it is now, beside any training. */
  deal: [DealRequest, Deal];
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
  /**
   * Gives the page a checkpoint as of now, also while it trains; of a run that has failed, its last good state. The event
   * `snapshot` brings it before this is answered.
   */
  checkpoint: [{ readonly run: RunId }, { readonly step: number }];
  /** Every run that there is, as the engine sees it. */
  runs: [Record<string, never>, { readonly runs: readonly RunReport[] }];
  /** Tries again to fetch the shards that failed. */
  retryData: [{ readonly data: string }, Record<string, never>];
  /** Decodes files into a set that runs can then be opened on, by its id, until the page is left. Cancellable. */
  import: [ImportRequest, { readonly set: DataSetInfo }];
  /** The same with a public data set, which is fetched from its authors and kept by the browser. Cancellable. */
  fetchOriginal: [{ readonly job: number; readonly original: string }, { readonly set: DataSetInfo }];
  /** The same with files that lie at other addresses, whose servers let this page read them. Cancellable. */
  fetchAddresses: [AddressRequest, { readonly set: DataSetInfo }];
  /** Points that a person has drawn, [n, 2], as a set that runs can then be opened on. */
  addPoints: [{ readonly name: string; readonly points: Float32Array<ArrayBuffer> }, { readonly set: DataSetInfo }];
  /** A set that was brought, as a file from which `returnSet` makes the same one in another visit. */
  keepSet: [{ readonly data: string }, { readonly file: FileLike }];
  returnSet: [{ readonly file: FileLike }, { readonly set: DataSetInfo }];
  /** Fulfilled if a run could be opened so; rejected with the reason if not. Opens and loads nothing. */
  check: [{ readonly config: RunConfig } & Pick<OpenRequest, 'weights'>, Record<string, never>];
}

export type RequestName = keyof Requests;

/** Runs that are trained as one, in the order in which they are answered for. One run is a group of one. */
export interface Group {
  readonly runs: readonly RunId[];
}

/** Where each run of a group is. */
export interface Steps {
  readonly steps: readonly number[];
}

export interface OpenRequest {
  readonly run: RunId;
  readonly config: RunConfig;
  readonly backend: BackendChoice;
  /** Where an earlier run of the same config was; at step 0 without it. */
  readonly from?: Checkpoint;
  /** Weights of G, of D, or of both, as safetensors, with which a run at step 0 begins. Its optimisers know nothing yet. */
  readonly weights?: FileLike;
}

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
