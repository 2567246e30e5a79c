/**
 * A plan is a recipe with every choice made: plain data that says which networks are trained on what,
 * by which losses, in which order. The trainer carries it out; nothing else about a recipe reaches it.
 */
import type { NetworkSpec } from '../core/network.ts';

export interface ImageSpec {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Pixel values run over [−1, 1] or [0, 1]. */
  readonly range: 'symmetric' | 'unit';
}

export interface LatentSpec {
  readonly size: number;
  /** N(0, 1) or U(−1, 1) for each component. */
  readonly distribution: 'normal' | 'uniform';
}

export type ObjectiveSpec = { readonly kind: 'crossEntropy' } | { readonly kind: 'leastSquares' };

/** δ in x + δ. Scales are in units of the standard deviation of the real batch. */
export type PerturbationSpec =
  /** δ ~ N(0, scale²) */
  | { readonly kind: 'gaussian'; readonly scale: number }
  /** δ ~ U(−scale, scale) */
  | { readonly kind: 'uniform'; readonly scale: number }
  /** δ = scale · α · U(0, 1), α ~ U(0, 1) for each pixel: never negative. */
  | { readonly kind: 'positiveUniform'; readonly scale: number };

/** How ‖∇ₓD(x + δ)‖ is measured, for the trace and for the penalty. */
export interface GradientNormSpec {
  readonly perturbation: PerturbationSpec;
  /** The target k: the penalty pulls the norm towards it, the trace draws it in. */
  readonly target: number;
  /** `image`: one norm for each example. `columns`: one for each image column (an erratum). */
  readonly over: 'image' | 'columns';
  /** `logit`, or `probability`: the sigmoid of it (an erratum). */
  readonly of: 'logit' | 'probability';
}

/** λ · E(‖∇ₓD(x + δ)‖ − k)², with the norm as `GradientNormSpec` says. */
export interface PenaltySpec {
  readonly kind: 'dragan';
  readonly weight: number;
}

export interface AdamSpec {
  readonly kind: 'adam';
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export interface ScheduleSpec {
  /** Which network is updated first in a step. */
  readonly first: 'G' | 'D';
  /** True: D sees the very batch that G was just scored on. False: D has a batch of its own. */
  readonly sharedBatch: boolean;
}

export interface SamplingSpec {
  /** Which of G's weights draw the grid: the newest, or an exponential moving average over its updates. */
  readonly weights: 'current' | 'average';
  /** What that average keeps of itself at each update of G; less in the first few. */
  readonly averageDecay: number;
  /** Which statistics batch normalisation uses when the grid is drawn. */
  readonly statistics: 'running' | 'batch';
  /** True: drawing the grid shifts the running statistics (an erratum). */
  readonly disturbsRunning: boolean;
}

export interface Plan {
  readonly image: ImageSpec;
  /** True: official test digits are trained on too (an erratum). */
  readonly includeTest: boolean;
  readonly batch: number;
  readonly latent: LatentSpec;
  /** Number of classes both networks are told; 0 for none. */
  readonly classes: number;
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  readonly objective: ObjectiveSpec;
  readonly gradientNorm: GradientNormSpec;
  /** An unpenalised recipe's trace is measured every so many steps; a penalised one's comes for free. */
  readonly traceEvery: number;
  readonly penalty: PenaltySpec | null;
  readonly optimizers: { readonly generator: AdamSpec; readonly discriminator: AdamSpec };
  readonly schedule: ScheduleSpec;
  readonly sampling: SamplingSpec;
  /** Rows and columns of the grid for recipes without classes. */
  readonly grid: { readonly rows: number; readonly columns: number };
}
