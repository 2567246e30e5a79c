/**
 * What every recipe lets one choose: objective, penalty, optimisers, and how often each network is updated. A
 * recipe states its own choice; any other can be made by hand.
 */
import type {
  Condition,
  NumberParam,
  ParamSpec,
  ParamSpecs,
  ParamValue,
  ParamValues,
  ValuesOf,
} from '../core/params.ts';
import { choice, integer, number } from '../core/params.ts';
import { objectiveOf, objectives } from './objectives/index.ts';
import { holdOf, holds } from './penalties/index.ts';
import type { ObjectiveSpec, OptimizerSpec, Plan, SgdSpec } from './plan.ts';

export type OptimizerKind = OptimizerSpec['kind'];

/**
 * A recipe's own choice, and its values of any parameter of the combination; what is left out is what one would begin
 * with if one chose it by hand.
 */
type Preset = Readonly<Record<string, ParamValue>> & {
  readonly objective: string;
  readonly optimizer: OptimizerKind;
  readonly lrG: number;
  readonly lrD: number;
};

const OPTIMIZERS = ['adam', 'rmsProp', 'sgd'] as const;

const whenEither = (kind: OptimizerKind): readonly Condition[] =>
  ['optimizerG', 'optimizerD'].map((param) => ({ param, is: [kind] }));

/**
 * The parameters that the options of a choice bring with them, each shown while one that has it is chosen. Options may
 * share a parameter.
 */
function ownParams(param: string, options: readonly { readonly kind: string; readonly params: ParamSpecs }[]) {
  const own = new Map(options.flatMap(({ params }) => Object.entries(params)));
  return Object.fromEntries(
    [...own].map(([name, spec]): [string, ParamSpec] => {
      const owners = options.filter(({ params }) => name in params);
      if (owners.some(({ params }) => params[name] !== spec))
        throw new Error(`${owners.map(({ kind }) => kind).join(' and ')} mean different things by ${name}.`);
      return [name, { ...spec, when: [{ param, is: owners.map(({ kind }) => kind) }] }];
    }),
  );
}

const learningRate = number('optimizer', {
  default: 1e-3,
  min: 1e-6,
  max: 1,
  scale: 'log',
  applies: 'live',
  prominent: true,
});
const decayRate = (value: number, kind: OptimizerKind) =>
  number('optimizer', { default: value, min: 0, max: 0.9999, applies: 'live', when: whenEither(kind) });
const updates = integer('optimizer', { default: 1, min: 1, max: 10, applies: 'live' });

const allParams = () => ({
  objective: choice('objective', {
    default: 'crossEntropy',
    options: objectives.map(({ kind }) => kind),
    prominent: true,
  }),
  lrG: learningRate,
  lrD: learningRate,
  // Known by their names to the objectives alone.
  ...(ownParams('objective', objectives) as object),

  penalty: choice('gradient', {
    default: 'none',
    options: ['none', ...holds.map(({ kind }) => kind)],
    applies: 'live',
    prominent: true,
  }),
  // Theirs too, but for k, which every trace of the gradient is told.
  ...(ownParams('penalty', holds) as { readonly k: NumberParam }),
  noise: choice('gradient', { default: 'gaussian', options: ['gaussian', 'uniform'], applies: 'live' }),
  noiseScale: number('gradient', { default: 0.5, min: 0, max: 4, applies: 'live' }),

  kD: { ...updates, prominent: true },
  kG: updates,
  optimizerG: choice('optimizer', { default: 'adam', options: OPTIMIZERS }),
  optimizerD: choice('optimizer', { default: 'adam', options: OPTIMIZERS }),
  beta1: decayRate(0.5, 'adam'),
  beta2: decayRate(0.999, 'adam'),
  rho: decayRate(0.99, 'rmsProp'),
  momentum: decayRate(0, 'sgd'),
});

type CombinationParams = ReturnType<typeof allParams>;
export type CombinationValues = ValuesOf<CombinationParams>;

/**
 * The parameters of the choice, in the order of the panel.
 *
 * @throws Error if the preset names a parameter that there is not
 */
export function combinationParams({ optimizer, ...own }: Preset): CombinationParams {
  const params: Record<string, ParamSpec> = allParams();
  for (const [name, value] of Object.entries({ optimizerG: optimizer, optimizerD: optimizer, ...own })) {
    const spec = params[name];
    if (!spec) throw new Error(`A preset names ${name}, which is no parameter of the combination.`);
    params[name] = { ...spec, default: value } as ParamSpec;
  }
  return params as CombinationParams;
}

/** What a paper says beyond the parameters, by the kind of objective or optimiser that it is about. */
interface Details {
  /** How its rate and momentum change; they stay as they are by default. */
  readonly sgd?: Partial<Omit<SgdSpec, 'kind' | 'rate'>>;
  readonly [objective: string]: object | undefined;
}

/** The plan's objective: of its own parameters it alone knows the names. */
const objectiveFrom = (p: CombinationValues, details: Details): ObjectiveSpec => ({
  ...objectiveOf({ kind: p.objective }).specOf(p as unknown as ParamValues),
  ...details[p.objective],
});

function holdFrom({ penalty, ...p }: CombinationValues): Pick<Plan, 'penalty' | 'constraint'> {
  if (penalty === 'none') return { penalty: null, constraint: null };
  const hold = holdOf(penalty);
  const { kind } = hold;
  const own = p as unknown as ParamValues;
  switch (hold.acts) {
    case 'onLoss':
      return { penalty: { kind, weight: hold.weight(own) }, constraint: null };
    case 'onWeights':
      return { penalty: null, constraint: { kind, bound: hold.bound(own) } };
    default:
      return hold satisfies never;
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
export const combinationOf = (p: CombinationValues, details: Details = {}) =>
  ({
    objective: objectiveFrom(p, details),
    ...holdFrom(p),
    gradientNorm: {
      perturbation: { kind: p.noise, scale: p.noiseScale },
      target: p.k,
      over: 'image',
      of: 'logit',
    },
    traceEvery: 10,
    optimizers: {
      generator: optimizerOf(p.optimizerG, p.lrG, p, details.sgd),
      discriminator: optimizerOf(p.optimizerD, p.lrD, p, details.sgd),
    },
    schedule: { first: 'D', sharedBatch: false, kD: p.kD, kG: p.kG },
  }) satisfies Partial<Plan>;
