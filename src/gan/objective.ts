import type { ParamSpecs, ParamValues, ValuesOf } from '../core/params.ts';
import type { Algebra, Value } from './algebra.ts';
import type { Formula, Sides } from './formula.ts';
import type { ObjectiveSpec } from './plan.ts';

/** An adversarial loss, from D's outputs alone: logits or raw scores, [batch, 1]. Each loss is a scalar. */
export interface Losses {
  /** D's two terms, to be added up. */
  discriminator(real: Value, fake: Value): { readonly real: Value; readonly fake: Value };
  /** @param real D's outputs on real examples; only where the objective compares, which takes another pass through D */
  generator(fake: Value, real: Value): Value;
}

/** How D's outputs are to be read, where they can be read by themselves. */
export interface Scale {
  /** D's score of real and of generated examples where it is entirely right. */
  readonly real: number;
  readonly fake: number;
  /** D's loss on both, without penalties: where it cannot tell at all, and the least there is. */
  readonly lossBlind: number;
  readonly lossLeast: number;
}

interface Definition<Params extends ParamSpecs, Own extends object> {
  /** Its name in plans, links and texts. */
  readonly kind: string;
  /** The paper's number; objectives are offered in the order in which they appeared. */
  readonly arxiv: string;
  /** Parameters of its own, shown while it is chosen. */
  readonly params: Params;
  /** What a plan says of it beyond its kind. */
  spec(params: ValuesOf<Params>): Own;
  /** What the page shows as D(x): the mean sigmoid of D's outputs, or their mean. */
  readonly scoreKind: 'probability' | 'raw';
  /** D lowers its loss without end by growing steeper, unless something holds it. */
  readonly needsHold?: true;
  /** Null where D's outputs have no unit. */
  scale(spec: Own): Scale | null;
  /**
   * What D and G minimise.
   *
   * @param outputs how D's output on real and on generated examples is written
   */
  formula(spec: Own, outputs: Sides): Formula;
  /**
   * Each output in the light of those on the other kind of examples, for objectives about how the two stand to each
   * other: losses and scores are of what comes out. Absent where an example is judged by itself.
   */
  compare?(ops: Algebra, own: Value, others: Value): Value;
  losses(ops: Algebra, spec: Own): Losses;
  /** D's losses as code computes them that takes the logarithm of p + ε: the erratum of semi-supervised learning. */
  rounded?(ops: Algebra, epsilon: number): Losses;
}

/** Plain data and pure functions: the page reads it too, so no tfjs here. */
export interface Objective extends Omit<Definition<ParamSpecs, ObjectiveSpec>, 'spec'> {
  specOf(params: ParamValues): ObjectiveSpec;
}

/** Whether the sigmoid of D's output is a probability by itself: D cannot tell where the output is 0. */
export const isProbabilistic = ({ scoreKind, compare }: Objective): boolean => scoreKind === 'probability' && !compare;

/** Checks that an objective uses only what it declares; then forgets the types. */
export function defineObjective<const Params extends ParamSpecs, Own extends object>({
  spec,
  ...rest
}: Definition<Params, Own>): Objective {
  const specOf = (params: ParamValues) => ({ kind: rest.kind, ...spec(params as ValuesOf<Params>) });
  return { ...rest, specOf } as unknown as Objective;
}
