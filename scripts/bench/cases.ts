/** What is measured: every recipe, and DRAGAN's networks without the penalty, which is the plain GAN. */
import { dataSets } from '../../src/data/sets/index.ts';
import { firstOffer } from '../../src/gan/offers.ts';
import { penaltyOf } from '../../src/gan/penalties/index.ts';
import type { Plan } from '../../src/gan/plan.ts';
import { findRecipe } from '../../src/gan/recipes/index.ts';
import type { BenchCase, CaseName } from './protocol.ts';

export const CASE_NAMES: readonly CaseName[] = ['cgan', 'gan', 'dragan'];

export const CASE_TITLES: Readonly<Record<CaseName, string>> = {
  cgan: 'CGAN',
  gan: "GAN (DRAGAN's networks)",
  dragan: 'DRAGAN',
};

/** The recipe's own plan for its first data set, at this batch size and width. */
export function planOf({ name, batch, width }: BenchCase): Plan {
  const recipe = findRecipe(name === 'gan' ? 'dragan' : name);
  if (!recipe) throw new Error(`There is no recipe for ${name}.`);
  const data = firstOffer(recipe, dataSets);
  const plan = recipe.plan({ batch, width }, { ...data, classes: data.classes.length });
  return name === 'gan' ? { ...plan, penalty: null, traceEvery: Number.POSITIVE_INFINITY } : plan;
}

/** Steps after which the work repeats: a recipe without a penalty measures its trace only now and then. */
export function periodOf({ penalty, traceEvery }: Plan): number {
  const isFree = penalty !== null && penaltyOf(penalty).tracesAtData === true;
  return isFree || !Number.isFinite(traceEvery) ? 1 : traceEvery;
}
