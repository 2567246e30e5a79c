import { NetworkError } from '../core/network.ts';
import type { ParamSpec, ParamSpecs, ParamValues, ValuesOf } from '../core/params.ts';
import { choice, defaultsOf, integer, number } from '../core/params.ts';
import type { ImageSpec, Plan, SamplingSpec } from './plan.ts';

export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly arxiv: string;
}

/** What is known of a set of images before it is loaded. */
export interface ImageShape {
  readonly kind: 'image';
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/** What is known of a set of points in the plane. */
export interface PlaneShape {
  readonly kind: 'points';
  readonly extent: number;
  readonly classes: number;
}

/** What networks ask of images; any will do for what is left out. */
export interface ImageNeeds {
  readonly channels?: readonly number[];
  /** 2 for each stride of 2 on the way. */
  readonly sidesDivisibleBy?: number;
}

export type DataShape = ImageShape | PlaneShape;

/** What a system is about, beside the first of all: the families in which systems are offered, in this order. */
export const FAMILIES = ['basics', 'told', 'losses', 'held', 'labels'] as const;
export type Family = (typeof FAMILIES)[number];

/** A published system. Plain data and one pure function: the page reads it too, so no tfjs here. */
export interface Recipe {
  readonly id: string;
  /** The system's own name, the same in every language. */
  readonly name: string;
  readonly family: Family;
  readonly paper: Paper;
  /** What images must be like for its networks. */
  readonly images: ImageNeeds;
  /** Whether it can be trained on points in the plane. */
  readonly points: boolean;
  /** Id of the data set of its preset, where that is not the first that suits it. */
  readonly prefers?: string;
  readonly conditional: boolean;
  /** On images, which is what most recipes are about. */
  readonly params: ParamSpecs;
  /** On this kind of data: with the defaults that fit it, and without what has no meaning there. */
  paramsOn(kind: DataShape['kind']): ParamSpecs;
  /** @throws NetworkError where the recipe has no networks for this kind of data, or the layers do not fit together. */
  plan(params: ParamValues, data: DataShape): Plan;
}

interface RecipeDefinition<Specs extends ParamSpecs> extends Omit<Recipe, 'params' | 'paramsOn' | 'plan' | 'points'> {
  readonly params: Specs;
  plan(params: ValuesOf<Specs>, data: ImageShape): Plan;
  /** The same system on points in the plane. */
  readonly plane?: {
    /** Where they differ from those on images. */
    readonly defaults: ParamValues;
    /** Parameters that have no meaning there. */
    readonly without: readonly (keyof Specs & string)[];
    plan(params: ValuesOf<Specs>, data: PlaneShape): Plan;
  };
}

function specsOnPlane<Specs extends ParamSpecs>({ name, params, plane }: RecipeDefinition<Specs>): ParamSpecs {
  const unknown = Object.keys(plane?.defaults ?? {}).find((param) => !(param in params));
  if (unknown) throw new Error(`${name} names ${unknown} in the plane, which is none of its parameters.`);
  const kept = Object.entries(params).filter(([name]) => !plane?.without.includes(name));
  const withDefault = (name: string, spec: ParamSpec): ParamSpec => {
    const value = plane?.defaults[name];
    return value === undefined ? spec : ({ ...spec, default: value } as ParamSpec);
  };
  return Object.fromEntries(kept.map(([name, spec]) => [name, withDefault(name, spec)]));
}

/** Checks that `plan` uses only parameters that are declared, with their types; then forgets the types. */
export function defineRecipe<const Specs extends ParamSpecs>(recipe: RecipeDefinition<Specs>): Recipe {
  const onPlane = specsOnPlane(recipe);
  // Missing values take their defaults, so a link or checkpoint from before a parameter existed still works.
  const complete = (specs: ParamSpecs, params: ParamValues) =>
    ({ ...defaultsOf(recipe.params), ...defaultsOf(specs), ...params }) as ValuesOf<Specs>;
  return {
    ...recipe,
    points: recipe.plane !== undefined,
    paramsOn: (kind) => (kind === 'points' ? onPlane : recipe.params),
    plan(params, data) {
      switch (data.kind) {
        case 'image':
          return recipe.plan(complete(recipe.params, params), data);
        case 'points':
          if (!recipe.plane) throw new NetworkError(0, { code: 'layer.noPoints', recipe: recipe.name });
          return recipe.plane.plan(complete(onPlane, params), data);
        default:
          return data satisfies never;
      }
    },
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

/** Which statistics batch normalisation in G uses when the grid is drawn. */
export const samplingParams = () => ({
  statistics: choice('sampling', { default: 'running', options: ['running', 'batch'], applies: 'live' }),
});

/** What keeps D's activations in range: statistics of the batch would couple examples that a penalty takes one by one. */
export const normParam = (value: 'none' | 'layer' | 'batch') =>
  choice('gradient', { default: value, options: ['none', 'layer', 'batch'] });

/** Images as the data has them, in the range that G's last layer reaches. */
export const imageOf = ({ height, width, channels }: ImageShape, range: ImageSpec['range']): ImageSpec => ({
  kind: 'image',
  height,
  width,
  channels,
  range,
  resize: 'bilinear',
});

/** The part of a plan that seldom differs. */
export const commonPlan = (
  p: Pick<SamplingSpec, 'weights' | 'averageDecay'> & {
    readonly batch: number;
    readonly statistics?: SamplingSpec['statistics'];
  },
) =>
  ({
    batch: p.batch,
    includeTest: false,
    classes: 0,
    sampling: {
      weights: p.weights,
      averageDecay: p.averageDecay,
      statistics: p.statistics ?? 'running',
      disturbsRunning: false,
      stretch: false,
    },
    grid: { rows: 8, columns: 8 },
  }) satisfies Partial<Plan>;

/** Scales a number of units or filters, keeping at least one. */
export const scaledBy =
  (width: number) =>
  (units: number): number =>
    Math.max(1, Math.round(units * width));
