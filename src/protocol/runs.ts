/** What is told of a run when it is open. */
import type { BackendFall, BackendNote, BackendReason, Device, Tiling } from '../core/backends.ts';
import type { BackendId, RunConfig } from '../core/config.ts';
import type { FileLike } from '../core/file.ts';
import type { ImageGrid } from '../core/views.ts';
import type { RunId } from './runId.ts';
import type { EvaluatorInfo } from './scores.ts';

/** A run's state as a file: its bytes lie outside both page and worker, so that it crosses at no cost and outlives both. */
export type Checkpoint = FileLike;

export interface BackendInfo {
  readonly id: BackendId;
  readonly device: Device;
  /** True when the GPU interface is emulated on the CPU. */
  readonly software: boolean;
  /** Why this one. */
  readonly reason: BackendReason;
  /** Why it is slower than it might be on this machine; most weighty first. */
  readonly falls: readonly BackendFall[];
  /** How a compiled step's products are shared out among a GPU's threads; null where no such step runs. */
  readonly tiles: Tiling | null;
  /** What calibration found, fastest first. */
  readonly candidates: readonly BackendCandidate[];
}

export interface BackendCandidate {
  readonly id: BackendId;
  /** Measured or extrapolated milliseconds for one training step, or null where it did not run. */
  readonly millisecondsPerStep: number | null;
  readonly note: BackendNote;
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

/** A run as the engine sees it. */
export interface RunReport {
  readonly run: RunId;
  /** With its live changes. */
  readonly config: RunConfig;
  readonly state: 'paused' | 'running' | 'failed' | 'closed';
  readonly step: number;
  /** Whether it was put aside. */
  readonly aside: boolean;
}
