import type { ParamSpecs, ParamValues, ValuesOf } from '../core/params.ts';
import { choice, defaultsOf, integer, number } from '../core/params.ts';
import type { GradientNormSpec, Plan, SamplingSpec } from './plan.ts';

export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly arxiv: string;
}

/** What is known of a data set before it is loaded. */
export interface DataShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/** A published system. Plain data and one pure function: the page reads it too, so no tfjs here. */
export interface Recipe {
  readonly id: string;
  /** The system's own name, the same in every language. */
  readonly name: string;
  readonly paper: Paper;
  /** Ids of the data sets it is about; the first is the preset's. */
  readonly data: readonly string[];
  readonly conditional: boolean;
  readonly penalised: boolean;
  readonly params: ParamSpecs;
  plan(params: ParamValues, data: DataShape): Plan;
}

interface RecipeDefinition<Specs extends ParamSpecs> extends Omit<Recipe, 'params' | 'plan'> {
  readonly params: Specs;
  plan(params: ValuesOf<Specs>, data: DataShape): Plan;
}

/** Checks that `plan` uses only parameters that are declared, with their types; then forgets the types. */
export function defineRecipe<const Specs extends ParamSpecs>(recipe: RecipeDefinition<Specs>): Recipe {
  return {
    ...recipe,
    // Missing values take their defaults, so a link or checkpoint from before a parameter existed still works.
    plan: (params, data) => recipe.plan({ ...defaultsOf(recipe.params), ...params } as ValuesOf<Specs>, data),
  };
}

/** Parameters that every recipe has. */
export const commonParams = ({
  batch,
  weights = 'current',
}: {
  readonly batch: number;
  readonly weights?: SamplingSpec['weights'];
}) => ({
  width: number('run', { default: 1, min: 0.02, max: 2, scale: 'log' }),
  batch: integer('run', { default: batch, min: 2, max: 512, scale: 'log' }),
  weights: choice('sampling', { default: weights, options: ['current', 'average'], applies: 'live' }),
  averageDecay: number('sampling', { default: 0.99, min: 0, max: 0.9999, applies: 'live' }),
});

/** Which of G's weights samples are drawn with. */
export const sampledWeightsOf = (params: {
  readonly weights: SamplingSpec['weights'];
  readonly averageDecay: number;
}): Pick<SamplingSpec, 'weights' | 'averageDecay'> => ({
  weights: params.weights,
  averageDecay: params.averageDecay,
});

/** The gradient-norm trace, and the penalty where there is one. */
export const gradientNormParams = () => ({
  noise: choice('gradient', { default: 'gaussian', options: ['gaussian', 'uniform'], applies: 'live' }),
  noiseScale: number('gradient', { default: 0.5, min: 0, max: 4, applies: 'live' }),
  k: number('gradient', { default: 1, min: 0, max: 10, applies: 'live' }),
});

export const gradientNormOf = (params: {
  readonly noise: 'gaussian' | 'uniform';
  readonly noiseScale: number;
  readonly k: number;
}): GradientNormSpec => ({
  perturbation: { kind: params.noise, scale: params.noiseScale },
  target: params.k,
  over: 'image',
  of: 'logit',
});

/** A learning rate, spaced by its logarithm. */
export const learningRate = (value: number) =>
  number('optimizer', { default: value, min: 1e-6, max: 1, scale: 'log', applies: 'live' });

/** One of Adam's decay rates. */
export const decayRate = (value: number) =>
  number('optimizer', { default: value, min: 0, max: 0.9999, applies: 'live' });

/** Scales a number of units or filters, keeping at least one. */
export const scaledBy =
  (width: number) =>
  (units: number): number =>
    Math.max(1, Math.round(units * width));
