/** What can be wrong with measuring, with the classifier that looks at images, with looking inside, and with a person's own examples. */
import type { Bare } from '../coded.ts';
import type { NetworkProblem } from './networks.ts';

export interface MeasuringProblems {
  /** Steps between two measurings. */
  'measuring.every': { readonly value: number };
  'measuring.samples': { readonly least: number; readonly most: number; readonly value: number };
  'measuring.none': Bare;
  'measuring.busy': Bare;
  /** The set has `count` examples in all. */
  'measuring.tooMany': {
    readonly samples: number;
    readonly data: string;
    readonly count: number;
    readonly most: number;
  };
  'measure.unknown': { readonly id: string; readonly known: readonly string[] };
  'evaluator.missing': { readonly data: string };
  /** Points need none. */
  'evaluator.points': Bare;
  'evaluator.oneClass': Bare;
  'evaluator.unfit': { readonly why: NetworkProblem };
  /** `layer` counts from 0. */
  'spectrum.noKernel': { readonly network: 'generator' | 'discriminator'; readonly layer: number };
  'spectrum.tooLarge': { readonly matrix: readonly number[]; readonly most: number };
  /** Examples for D to judge: so many at once. */
  'judge.count': { readonly most: number };
  /** Numbers for so many examples of `size` values each. */
  'judge.size': { readonly found: number; readonly size: number };
  /** `index` of the value that is none, or beyond the limits of brightness. */
  'judge.value': { readonly index: number };
  /** A class for each of `count` examples, below `classes`; none at all if there are 0. */
  'judge.classes': { readonly count: number; readonly classes: number };
  /** Latent points for G: from 1 to so many at once. */
  'latent.count': { readonly most: number };
  /** Numbers for points of `size` components each. */
  'latent.size': { readonly found: number; readonly size: number };
  /** `index` of the component that is no number. */
  'latent.value': { readonly index: number };
  /** A class, or shares of all `classes`, for each of `count` points; none at all if there are 0. */
  'latent.classes': { readonly count: number; readonly classes: number };
  /** G's first layer does not weigh the components of z one by one. */
  'latent.noDirections': Bare;
  /** Points in the plane have no pixels. */
  'latent.points': Bare;
  /** A plain classifier tells nothing apart. */
  'judge.baseline': Bare;
  'deal.points': Bare;
  'deal.rounds': { readonly most: number };
}
