/** What D and G minimise under a plan, term by term, each with what measures it. */
import type { ScalarName } from '../core/scalars.ts';
import type { Sides } from './formula.ts';
import { objectiveOf } from './objectives/index.ts';
import { penaltyOf } from './penalties/index.ts';
import type { PenaltySpec, Plan, SupervisionSpec } from './plan.ts';

type Side = 'real' | 'fake';

/** A scalar of the history, or what is left of it without another that is a part of it. */
export interface MeasuredBy {
  readonly scalar: ScalarName;
  readonly without?: ScalarName;
}

export interface Term {
  readonly part: Side | 'classes' | 'features' | 'penalty';
  /** Begins with − where it is taken off. */
  readonly formula: string;
  /** Null where no step measures it by itself. */
  readonly measured: MeasuredBy | null;
}

export interface Loss {
  readonly whole: 'lossD' | 'lossG';
  /** Empty for a network that is not trained. */
  readonly terms: readonly Term[];
  /** What letters in the terms stand for. */
  readonly letters: Readonly<Record<string, number>>;
}

/** A weight in front of a term; 1 goes without saying. */
const factor = (weight: number): string => (weight === 1 ? '' : `${weight} `);

/** How D's outputs are written. */
export const outputsOf = ({ classes }: Pick<Plan, 'classes'>): Sides =>
  classes > 0 ? { real: 'D(x, y)', fake: 'D(G(z, y), y)' } : { real: 'D(x)', fake: 'D(G(z))' };

const gameOf = (plan: Plan) => objectiveOf(plan.objective).formula(plan.objective, outputsOf(plan));

/** In the order in which they are written. */
const sidesOf = (sides: Partial<Record<Side, string>>) => Object.entries(sides) as readonly (readonly [Side, string])[];

const ON = { real: 'lossReal', fake: 'lossFake' } as const satisfies Record<Side, ScalarName>;

const classTerm = ({ weight }: SupervisionSpec): Term => ({
  part: 'classes',
  formula: `−${factor(weight)}E[log p(y | x)]`,
  measured: { scalar: 'lossClass' },
});

const penaltyTerm = (spec: PenaltySpec): Term => ({
  part: 'penalty',
  formula: penaltyOf(spec).formula,
  measured: { scalar: 'penalty' },
});

/** What D minimises. */
export function lossOfD(plan: Plan): Loss {
  const { penalty, supervision, gradientNorm } = plan;
  const learned = supervision ? [classTerm(supervision)] : [];
  if (supervision?.baseline) return { whole: 'lossD', terms: learned, letters: {} };
  const { d, letters } = gameOf(plan);
  const game = sidesOf(d).map(([part, formula]): Term => ({ part, formula, measured: { scalar: ON[part] } }));
  return {
    whole: 'lossD',
    terms: [...game, ...learned, ...(penalty ? [penaltyTerm(penalty)] : [])],
    letters: { ...letters, ...(penalty && penaltyOf(penalty).letters(penalty, gradientNorm)) },
  };
}

const matchingTerm = (weight: number): Term => ({
  part: 'features',
  formula: `${factor(weight)}‖E f(x) − E f(G(z))‖²`,
  measured: { scalar: 'lossMatch' },
});

/** What G minimises. */
export function lossOfG(plan: Plan): Loss {
  const { supervision } = plan;
  if (supervision?.baseline) return { whole: 'lossG', terms: [], letters: {} };
  const matched = supervision && supervision.matching > 0 ? [matchingTerm(supervision.matching)] : [];
  const sides = matched.length === 0 || supervision?.adversarial ? sidesOf(gameOf(plan).g) : [];
  // Only G's whole loss is measured, and matching.
  const rest: MeasuredBy = { scalar: 'lossG', ...(matched.length > 0 && { without: 'lossMatch' }) };
  const game = sides.map(([part, formula]): Term => ({ part, formula, measured: sides.length === 1 ? rest : null }));
  return { whole: 'lossG', terms: [...game, ...matched], letters: {} };
}

/** The newest value; null before the first. */
export function newestOf({ scalar, without }: MeasuredBy, latest: (name: ScalarName) => number | null): number | null {
  const [all, part] = [latest(scalar), without ? latest(without) : 0];
  return all === null || part === null ? null : all - part;
}

const MINUS = '−';

/** A term's sign, and what is added or taken off. */
export const signed = (formula: string): readonly [sign: '+' | '−', size: string] =>
  formula.startsWith(MINUS) ? [MINUS, formula.slice(MINUS.length)] : ['+', formula];

/** A number in front of what is added, and the rest; null where none stands there. */
export function weighted(size: string): readonly [weight: string | null, body: string] {
  const [, weight, body] = /^(\d\S*) (.+)$/.exec(size) ?? [];
  return weight === undefined || body === undefined ? [null, size] : [weight, body];
}

/** All terms in a line; null for a network that is not trained. */
export function writtenSum({ terms }: Loss): string | null {
  const [first, ...others] = terms.map(({ formula }) => formula);
  return first === undefined ? null : others.reduce((sum, formula) => `${sum} ${signed(formula).join(' ')}`, first);
}
