import type { ParamSpecs, ParamValues, ValuesOf } from '../core/params.ts';
import { number } from '../core/params.ts';
import type { Algebra, Value } from './algebra.ts';
import type { Letters } from './formula.ts';
import type { ConstraintSpec, GradientNormSpec, PenaltySpec } from './plan.ts';

/** Where D's gradient may be taken: constants of the loss, [batch, height, width, channels] each. */
export interface Places {
  readonly real: Value;
  /** What D was just scored on beside the real examples. */
  readonly fake: Value;
  /** x + δ: the real examples, each moved by noise that is drawn now. */
  near(): Value;
  /** ε ~ U(0, 1), drawn now: one for each pair of examples. */
  shares(): Value;
}

/** D's gradient by its input at those places. */
export interface Slopes {
  /** ∇ₓD, [batch, height, width, channels] */
  readonly gradient: Value;
  /** ‖∇ₓD‖₂, [batch], unless an erratum is on. */
  norms(): Value;
  /** k */
  readonly target: number;
}

interface Choosable<Params extends ParamSpecs> {
  /** Its name in plans, links and texts. */
  readonly kind: string;
  /** The paper's number; what may hold D is offered in the order in which it appeared. */
  readonly arxiv: string;
  /** Parameters of its own, shown while it is chosen. */
  readonly params: Params;
  /** Where D's slope is held by it. */
  readonly holds: 'everywhere' | 'nearData';
}

interface PenaltyDefinition<Params extends ParamSpecs> extends Choosable<Params> {
  readonly acts: 'onLoss';
  /** In front of the term: λ, or γ for R1. */
  weight(params: ValuesOf<Params>): number;
  /** The term as a formula. */
  readonly formula: string;
  letters(spec: PenaltySpec, norm: GradientNormSpec): Letters;
  /** Each generated example is to be of the class of the real one beside it. */
  readonly sameClasses?: true;
  /** It takes the gradient where the trace is measured, which then comes for free. */
  readonly tracesAtData?: true;
  points(ops: Algebra, places: Places): Value;
  /** The term without its weight, a scalar. */
  value(ops: Algebra, slopes: Slopes): Value;
}

interface ConstraintDefinition<Params extends ParamSpecs> extends Choosable<Params> {
  readonly acts: 'onWeights';
  bound(params: ValuesOf<Params>): number;
  /** What becomes of each of D's weights after every update. */
  constrained(ops: Algebra, weight: Value, spec: ConstraintSpec): Value;
}

type Definition<Params extends ParamSpecs> = PenaltyDefinition<Params> | ConstraintDefinition<Params>;

/** A term of D's loss made of its gradient by the input. Plain data and pure functions: no tfjs here. */
export interface Penalty extends Omit<PenaltyDefinition<ParamSpecs>, 'weight'> {
  weight(params: ParamValues): number;
}

/** What is done to D's weights. */
export interface Constraint extends Omit<ConstraintDefinition<ParamSpecs>, 'bound'> {
  bound(params: ParamValues): number;
}

/** What keeps D's slope in bounds, by its loss or by its weights. */
export type Hold = Penalty | Constraint;

/** Checks that it uses only what it declares; then forgets the types. */
export const defineHold = <const Params extends ParamSpecs>(hold: Definition<Params>): Hold => hold as unknown as Hold;

/** λ, for the penalties that have one. */
export const lambda = number('gradient', { default: 10, min: 0, max: 100, applies: 'live', prominent: true });

/** k, for those that pull the norm of the gradient to one value. */
export const k = number('gradient', { default: 1, min: 0, max: 10, applies: 'live' });

/** What λ and k stand for. */
export const lambdaAndK = ({ weight }: PenaltySpec, { target }: GradientNormSpec): Letters => ({
  λ: weight,
  k: target,
});

/** E(‖∇ₓD‖ − k)² */
export const distanceFromTarget = (
  { mean, square, sub }: Algebra,
  { norms, target }: Pick<Slopes, 'norms' | 'target'>,
): Value => mean(square(sub(norms(), target)));
