/** What there is to say of a trained model that lies beside the page, before it is fetched. */
import type { ParamValues } from './params.ts';

/** A measure of its samples, beside what real examples get. */
export interface CardScore {
  readonly value: number;
  readonly real: number;
}

export interface ModelCard {
  /** Of the recipe. */
  readonly id: string;
  readonly data: string;
  readonly seed: number;
  readonly steps: number;
  readonly batch: number;
  readonly width: number;
  /** What else differs from the recipe as it comes. */
  readonly changed: ParamValues;
  /** Layers in place of the recipe's own, as in a link. */
  readonly generator?: string;
  readonly discriminator?: string;
  /** Why it is as it is. */
  readonly why: string;
  /** Trainable weights. */
  readonly parameters: { readonly generator: number; readonly discriminator: number };
  /** Of the file that is fetched. */
  readonly bytes: number;
  /** Examples on each side. */
  readonly samples: number;
  readonly scores: {
    readonly frechet: CardScore;
    readonly precision: CardScore;
    readonly recall: CardScore;
    /** Share of samples in which the classifier finds the class that was asked for. */
    readonly agreement?: CardScore;
  };
  /** Where D learns classes: its share of right answers on the official test digits. */
  readonly accuracy?: number;
}

/** By the recipes' ids. */
export type ModelCards = Readonly<Record<string, ModelCard>>;
