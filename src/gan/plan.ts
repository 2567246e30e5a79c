/**
 * A plan is a recipe with every choice made: plain data that says which networks are trained on what,
 * by which losses, in which order. The trainer carries it out; nothing else about a recipe reaches it.
 */
import type { NetworkSpec } from '../core/network.ts';

export interface ImageSpec {
  readonly kind: 'image';
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Pixel values run over [−1, 1] or [0, 1]. */
  readonly range: 'symmetric' | 'unit';
  /** How real images of another size are brought to this one: interpolated, or framed by background. */
  readonly resize: 'bilinear' | 'pad';
  /** True: pixels that are in [0, 1] already are scaled as if they were bytes, to almost −1 (an erratum). */
  readonly scaledTwice?: boolean;
}

export interface PointSpec {
  readonly kind: 'points';
  /** Half the side of the square, around the origin, over which D is drawn. */
  readonly extent: number;
}

/** What D judges and G makes. */
export type ExampleSpec = ImageSpec | PointSpec;

export interface LatentSpec {
  readonly size: number;
  /** N(0, 1), U(−1, 1) or U(0, 1) for each component. */
  readonly distribution: 'normal' | 'uniform' | 'unitUniform';
}

/** The adversarial loss: one of `objectives/`, and what its file says that a plan must know of it. */
export interface ObjectiveSpec {
  readonly kind: string;
  readonly [own: string]: unknown;
}

/** δ in x + δ. Scales are in units of the standard deviation of the real batch. */
export type PerturbationSpec =
  /** δ ~ N(0, scale²) */
  | { readonly kind: 'gaussian'; readonly scale: number }
  /** δ ~ U(−scale, scale) */
  | { readonly kind: 'uniform'; readonly scale: number }
  /** δ = scale · α · U(0, 1), α ~ U(0, 1) for each pixel: never negative. */
  | { readonly kind: 'positiveUniform'; readonly scale: number };

/** How the norm of D's gradient is measured, for the trace at x + δ and for the penalty. */
export interface GradientNormSpec {
  readonly perturbation: PerturbationSpec;
  /** The target k: the penalty pulls the norm towards it, the trace draws it in. */
  readonly target: number;
  /** `image`: one norm for each example. `columns`: one for each image column (an erratum). */
  readonly over: 'image' | 'columns';
  /** `logit`, or `probability`: the sigmoid of it (an erratum). */
  readonly of: 'logit' | 'probability';
}

/** `weight` · a function of ∇ₓD: one of `penalties/`. */
export interface PenaltySpec {
  readonly kind: string;
  readonly weight: number;
}

/** What is done to D's weights after every update of D: one of `penalties/`. */
export interface ConstraintSpec {
  readonly kind: string;
  readonly bound: number;
}

export interface AdamSpec {
  readonly kind: 'adam';
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export interface RmsPropSpec {
  readonly kind: 'rmsProp';
  readonly rate: number;
  /** Share of the old mean square that each update keeps. */
  readonly rho: number;
  readonly epsilon: number;
}

export interface SgdSpec {
  readonly kind: 'sgd';
  readonly rate: number;
  /** Each update divides the rate by this, down to `floor`. */
  readonly decay: number;
  readonly floor: number;
  /** Goes from `from` to `to` in a straight line over so many updates. */
  readonly momentum: { readonly from: number; readonly to: number; readonly over: number };
}

export type OptimizerSpec = AdamSpec | RmsPropSpec | SgdSpec;

export interface ScheduleSpec {
  /** Which network is updated first in a step. */
  readonly first: 'G' | 'D';
  /** True: D sees the very batch that G was just scored on. False: D has a batch of its own. */
  readonly sharedBatch: boolean;
  /** Updates of D in a step, each on real and generated examples of its own. */
  readonly kD: number;
  /** Updates of G in a step. */
  readonly kG: number;
}

/**
 * Learning classes from a few labels, beside the game: D has an output for each class and a last one for “fake”, and
 * what the objective sees is the logit of “not fake”.
 */
export interface SupervisionSpec {
  /** K; D has K + 1 outputs. */
  readonly classes: number;
  /** Size of the labelled pool, drawn once from the training examples; null for all of them. */
  readonly labels: number | null;
  /** Labelled examples in each update of D. */
  readonly batch: number;
  /** Labelled examples are moved by up to so many pixels each way, anew in each update; 0 for not at all. */
  readonly shift: number;
  /** In front of the classes' cross-entropy. */
  readonly weight: number;
  /** D learns from the labels alone and G is never updated: what to compare with. */
  readonly baseline: boolean;
  /** G's terms: whether it wants to be taken for real, and the weight of feature matching, 0 for none. */
  readonly adversarial: boolean;
  readonly matching: number;
  /** What is examined is a moving average of D, which keeps so much of itself at each update; 0 for D itself. */
  readonly averageDecay: number;
  /** Steps between two examinations on held-out examples; there is one after each epoch besides. */
  readonly examineEvery: number;
  /** `position`: the first tenth of every batch counts as labelled, whatever examples it holds (an erratum). */
  readonly labelled: 'pool' | 'position';
  /** Where the best model is chosen; `test` is an erratum. */
  readonly chosenOn: 'validation' | 'test';
  /** Added to every probability before its logarithm: 0, or 10⁻⁸ (an erratum). */
  readonly epsilon: number;
  /** `both`: every pass through a network moves its running statistics, whichever is updated (an erratum). */
  readonly statisticsMovedBy: 'owner' | 'both';
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
  /** True: each drawn image is stretched to the full range before it is shown (an erratum). */
  readonly stretch: boolean;
}

export interface Plan {
  readonly examples: ExampleSpec;
  /** True: official test digits are trained on too (an erratum). */
  readonly includeTest: boolean;
  /**
   * Which half of the official test examples is held out for validation, by lot or by its place in the file (an
   * erratum). The real examples beside the grid are of it. Absent: they are training examples.
   */
  readonly heldOut?: 'shuffled' | 'position';
  readonly batch: number;
  readonly latent: LatentSpec;
  /** Number of classes both networks are told; 0 for none. */
  readonly classes: number;
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  readonly objective: ObjectiveSpec;
  readonly gradientNorm: GradientNormSpec;
  /** The trace at x + δ is measured every so many steps; with a penalty that takes its gradient there it comes for free. */
  readonly traceEvery: number;
  readonly penalty: PenaltySpec | null;
  readonly constraint: ConstraintSpec | null;
  readonly optimizers: { readonly generator: OptimizerSpec; readonly discriminator: OptimizerSpec };
  readonly schedule: ScheduleSpec;
  /** Absent where D does nothing but tell real from generated. */
  readonly supervision?: SupervisionSpec;
  readonly sampling: SamplingSpec;
  /** Rows and columns of the grid for recipes without classes. */
  readonly grid: { readonly rows: number; readonly columns: number };
}
