/** The steps that are compared: every recipe, every position of its switches, and combinations made by hand. */
import { createHash } from 'node:crypto';
import type { ParamSpecs, ParamValues } from '../../src/core/params.ts';
import { objectives } from '../../src/gan/objectives/index.ts';
import { holds } from '../../src/gan/penalties/index.ts';
import type { OptimizerSpec, Plan } from '../../src/gan/plan.ts';
import type { DataShape, Recipe } from '../../src/gan/recipe.ts';
import { recipes } from '../../src/gan/recipes/index.ts';
import { unsound } from '../../src/gan/soundness.ts';
import { variationsOf } from '../../src/gan/testing/variations.ts';

export interface StepCase {
  readonly name: string;
  readonly plan: Plan;
}

export interface OptimizerCase {
  readonly name: string;
  readonly spec: OptimizerSpec;
}

/** The smallest images that nearly every recipe's strides and kernels fit, … */
const SHAPE: DataShape = { kind: 'image', height: 16, width: 16, channels: 2, classes: 3 };
/** … and those of a generator that draws one size only. */
const DIGIT: DataShape = { ...SHAPE, height: 28, width: 28 };
/** Points in the plane, for the recipes that can be trained on them. */
const PLANE: DataShape = { kind: 'points', extent: 2.25, classes: 0 };
/** Clipped further, the small networks would be all but flat, and rounding would be all there is. */
const SMALL: ParamValues = { width: 0.05, batch: 5, clip: 0.3 };

/** Choices besides those of the combination, which are walked below. */
const CHOICES = ['dNorm', 'coding', 'noise'];
/** What is held by nothing else where it must be held. */
const HELD: ParamValues = { penalty: 'wganGp' };
/** Everything that may hold D, and every objective with each of its own parameters elsewhere. */
const CHOSEN: readonly ParamValues[] = [
  ...holds.map(({ kind }): ParamValues => ({ penalty: kind })),
  ...objectives.flatMap(({ kind, params, needsHold }) =>
    [{}, ...variationsOf(params)].map((own): ParamValues => ({ objective: kind, ...(needsHold && HELD), ...own })),
  ),
];
const BY_HAND: readonly ParamValues[] = [
  { kD: 2, kG: 2 },
  ...CHOSEN,
  { penalty: 'wganGp', dNorm: 'batch' },
  { matching: 0, classWeight: 2 },
  { baseline: true, logOfRounded: true },
];

function positionsOf(params: ParamSpecs): readonly ParamValues[] {
  const single = Object.entries(params).flatMap(([name, spec]): ParamValues[] => {
    if (spec.kind === 'switch') return [{ [name]: !spec.default }];
    if (spec.kind === 'choice' && CHOICES.includes(name)) return spec.options.map((option) => ({ [name]: option }));
    return [];
  });
  const known = BY_HAND.filter((values) => Object.keys(values).every((name) => name in params));
  return [{}, ...single, ...known];
}

const nameOf = (values: ParamValues): string =>
  Object.entries(values)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ');

/**
 * The part of a plan on which a step depends. Both networks follow their gradients in a straight line: the optimisers
 * are compared by themselves, and Adam's first step would turn a rounding of a gradient near 0 into a sign.
 */
function stepPlan(plan: Plan): Plan {
  const rate = 0.005;
  const sgd = { kind: 'sgd', rate, decay: 1, floor: 0, momentum: { from: 0, to: 0, over: 1 } } as const;
  return { ...plan, optimizers: { generator: sgd, discriminator: sgd } };
}

/** Sorted, so that it does not matter in which order a plan was put together. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Tells whether a recorded result belongs to this plan, or optimiser. */
export function fingerprint(value: Plan | OptimizerSpec): string {
  if (!('generator' in value)) return hashOf(value);
  const { supervision } = value;
  const learned = supervision && { ...supervision, labels: null, labelled: null, examineEvery: null, chosenOn: null };
  const examples = { ...value.examples, scaledTwice: undefined };
  return hashOf({
    ...value,
    examples,
    heldOut: undefined,
    sampling: null,
    grid: null,
    includeTest: null,
    supervision: learned,
  });
}

function hashOf(value: unknown): string {
  const text = textOf(value);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

export function stepCases(): readonly StepCase[] {
  const seen = new Set<string>();
  const cases: StepCase[] = [];
  const add = (recipe: Recipe, name: string, shape: DataShape) => {
    for (const values of positionsOf(recipe.paramsOn(shape.kind))) {
      const plan = stepPlan(recipe.plan({ ...SMALL, ...values }, shape));
      // Some switches act on the data or on the grid alone, and in the plane all recipes have the same networks.
      if (unsound(plan) !== null || seen.has(fingerprint(plan))) continue;
      seen.add(fingerprint(plan));
      cases.push({ name: [name, nameOf(values)].filter(Boolean).join(': '), plan });
    }
  };
  for (const recipe of recipes) add(recipe, recipe.name, unsound(recipe.plan(SMALL, SHAPE)) === null ? SHAPE : DIGIT);
  for (const recipe of recipes) if (recipe.points) add(recipe, `${recipe.name} in the plane`, PLANE);
  return cases;
}

export function optimizerCases(): readonly OptimizerCase[] {
  const momentum = { from: 0.9, to: 0.9, over: 1 };
  const found = new Map<string, OptimizerCase>();
  for (const recipe of recipes) {
    const { optimizers } = recipe.plan({}, SHAPE);
    for (const part of ['generator', 'discriminator'] as const) {
      const spec = optimizers[part];
      if (!found.has(fingerprint(spec)))
        found.set(fingerprint(spec), { name: `${spec.kind} of ${recipe.name}, ${part}`, spec });
    }
  }
  const sgd: OptimizerSpec = { kind: 'sgd', rate: 0.01, decay: 1, floor: 0, momentum };
  const falling: OptimizerSpec = { ...sgd, decay: 1.3, floor: 0.004, momentum: { from: 0.5, to: 0.7, over: 3 } };
  return [...found.values(), { name: 'sgd with momentum', spec: sgd }, { name: 'sgd that slows down', spec: falling }];
}
