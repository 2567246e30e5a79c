/**
 * What every recipe lets one choose: objective, penalty, optimisers, and how often each network is updated. A
 * recipe states its own choice; any other can be made by hand.
 */
import type { Condition, ParamValue, ValuesOf } from '../core/params.ts';
import { choice, integer, number } from '../core/params.ts';
import type { ConstraintSpec, ObjectiveSpec, OptimizerSpec, PenaltySpec, Plan, SgdSpec } from './plan.ts';

export type ObjectiveKind = ObjectiveSpec['kind'];
export type PenaltyChoice = 'none' | PenaltySpec['kind'] | ConstraintSpec['kind'];
export type OptimizerKind = OptimizerSpec['kind'];

/** A recipe's own choice; what is left out is what one would begin with if one chose it by hand. */
export interface Preset {
  readonly objective: ObjectiveKind;
  readonly smoothing?: number;
  readonly penalty?: PenaltyChoice;
  /** λ of DRAGAN's and WGAN-GP's penalty. */
  readonly lambda?: number;
  readonly optimizer: OptimizerKind;
  readonly lrG: number;
  readonly lrD: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly momentum?: number;
  readonly kD?: number;
}

const when = (param: string, ...is: readonly ParamValue[]): readonly Condition[] => [{ param, is }];
const whenEither = (kind: OptimizerKind): readonly Condition[] =>
  ['optimizerG', 'optimizerD'].map((param) => ({ param, is: [kind] }));

const OBJECTIVES = ['crossEntropy', 'minimax', 'leastSquares', 'hinge', 'wasserstein'] as const;
const PENALTIES = ['none', 'dragan', 'wganGp', 'r1', 'clip'] as const;
const OPTIMIZERS = ['adam', 'rmsProp', 'sgd'] as const;

const learningRate = (value: number) =>
  number('optimizer', { default: value, min: 1e-6, max: 1, scale: 'log', applies: 'live' });
const decayRate = (value: number, kind: OptimizerKind) =>
  number('optimizer', { default: value, min: 0, max: 0.9999, applies: 'live', when: whenEither(kind) });
const updates = (value: number) => integer('optimizer', { default: value, min: 1, max: 10, applies: 'live' });

/** The parameters of the choice, in the order of the panel. */
export const combinationParams = (preset: Preset) => ({
  objective: choice('objective', { default: preset.objective, options: OBJECTIVES }),
  smoothing: number('objective', {
    default: preset.smoothing ?? 0,
    min: 0,
    max: 0.5,
    applies: 'live',
    when: when('objective', 'crossEntropy', 'minimax'),
  }),
  coding: choice('objective', {
    default: 'binary',
    options: ['binary', 'pearson'],
    applies: 'live',
    when: when('objective', 'leastSquares'),
  }),

  penalty: choice('gradient', { default: preset.penalty ?? 'none', options: PENALTIES, applies: 'live' }),
  lambda: number('gradient', {
    default: preset.lambda ?? 10,
    min: 0,
    max: 100,
    applies: 'live',
    when: when('penalty', 'dragan', 'wganGp'),
  }),
  gamma: number('gradient', { default: 10, min: 0, max: 100, applies: 'live', when: when('penalty', 'r1') }),
  clip: number('gradient', {
    default: 0.01,
    min: 1e-3,
    max: 1,
    scale: 'log',
    applies: 'live',
    when: when('penalty', 'clip'),
  }),
  noise: choice('gradient', { default: 'gaussian', options: ['gaussian', 'uniform'], applies: 'live' }),
  noiseScale: number('gradient', { default: 0.5, min: 0, max: 4, applies: 'live' }),
  k: number('gradient', { default: 1, min: 0, max: 10, applies: 'live' }),

  kD: updates(preset.kD ?? 1),
  kG: updates(1),
  optimizerG: choice('optimizer', { default: preset.optimizer, options: OPTIMIZERS }),
  optimizerD: choice('optimizer', { default: preset.optimizer, options: OPTIMIZERS }),
  lrG: learningRate(preset.lrG),
  lrD: learningRate(preset.lrD),
  beta1: decayRate(preset.beta1 ?? 0.5, 'adam'),
  beta2: decayRate(preset.beta2 ?? 0.999, 'adam'),
  rho: decayRate(0.99, 'rmsProp'),
  momentum: decayRate(preset.momentum ?? 0, 'sgd'),
});

export type CombinationValues = ValuesOf<ReturnType<typeof combinationParams>>;

/** What a paper says beyond the parameters. */
interface Details {
  /** In front of G's least squares; the paper's ½ by default. */
  readonly generatorWeight?: number;
  /** How SGD's rate and momentum change; they stay as they are by default. */
  readonly sgd?: Partial<Omit<SgdSpec, 'kind' | 'rate'>>;
}

function objectiveOf(p: CombinationValues, generatorWeight: number): ObjectiveSpec {
  switch (p.objective) {
    case 'crossEntropy':
    case 'minimax':
      return { kind: p.objective, smoothing: p.smoothing };
    case 'leastSquares': {
      const binary = p.coding === 'binary';
      const targets = binary ? { fake: 0, real: 1, wanted: 1 } : { fake: -1, real: 1, wanted: 0 };
      return { kind: 'leastSquares', targets, generatorWeight };
    }
    case 'hinge':
    case 'wasserstein':
      return { kind: p.objective };
    default:
      return p.objective satisfies never;
  }
}

function penaltyOf(p: CombinationValues): Pick<Plan, 'penalty' | 'constraint'> {
  switch (p.penalty) {
    case 'none':
      return { penalty: null, constraint: null };
    case 'dragan':
    case 'wganGp':
      return { penalty: { kind: p.penalty, weight: p.lambda }, constraint: null };
    case 'r1':
      return { penalty: { kind: 'r1', weight: p.gamma }, constraint: null };
    case 'clip':
      return { penalty: null, constraint: { kind: 'clip', bound: p.clip } };
    default:
      return p.penalty satisfies never;
  }
}

function optimizerOf(kind: OptimizerKind, rate: number, p: CombinationValues, sgd: Details['sgd']): OptimizerSpec {
  switch (kind) {
    case 'adam':
      return { kind, rate, beta1: p.beta1, beta2: p.beta2, epsilon: 1e-8 };
    case 'rmsProp':
      return { kind, rate, rho: p.rho, epsilon: 1e-8 };
    case 'sgd':
      return { kind, rate, decay: 1, floor: 0, momentum: { from: p.momentum, to: p.momentum, over: 1 }, ...sgd };
    default:
      return kind satisfies never;
  }
}

/** The part of a plan that the choice decides. */
export const combinationOf = (p: CombinationValues, { generatorWeight = 0.5, sgd }: Details = {}) =>
  ({
    objective: objectiveOf(p, generatorWeight),
    ...penaltyOf(p),
    gradientNorm: {
      perturbation: { kind: p.noise, scale: p.noiseScale },
      target: p.k,
      over: 'image',
      of: 'logit',
    },
    traceEvery: 10,
    optimizers: {
      generator: optimizerOf(p.optimizerG, p.lrG, p, sgd),
      discriminator: optimizerOf(p.optimizerD, p.lrD, p, sgd),
    },
    schedule: { first: 'D', sharedBatch: false, kD: p.kD, kG: p.kG },
  }) satisfies Partial<Plan>;
