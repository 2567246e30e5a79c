/** Every formula that there is to be seen, so that all can be set beforehand. Read by the build alone. */
import type { ParamSpec, ParamValue, ParamValues } from '../core/params.ts';
import { algorithmOf } from './algorithm.ts';
import { objectives } from './objectives/index.ts';
import { holds } from './penalties/index.ts';
import type { Plan } from './plan.ts';
import type { DataShape, Recipe } from './recipe.ts';
import { recipes } from './recipes/index.ts';
import { lossOfD, lossOfG, signed, weighted } from './terms.ts';

/** Values of a parameter under each of which a formula may be another. */
function valuesOf(spec: ParamSpec): readonly ParamValue[] {
  switch (spec.kind) {
    case 'choice':
      return spec.options;
    case 'switch':
      return [false, true];
    case 'number':
    case 'integer':
      // Nothing, something and everything.
      return [spec.min, (spec.min + spec.max) / 2, spec.max];
    default:
      return spec satisfies never;
  }
}

const MNIST: DataShape = { kind: 'image', height: 32, width: 32, channels: 1, classes: 10 };
const PLANE: DataShape = { kind: 'points', extent: 2, classes: 0 };

/** The choice of one objective or penalty, with each of its own parameters at each value in turn. */
const choices = (param: string, kind: string, own: Readonly<Record<string, ParamSpec>>): readonly ParamValues[] => [
  { [param]: kind },
  ...Object.entries(own).flatMap(([name, spec]) => valuesOf(spec).map((value) => ({ [param]: kind, [name]: value }))),
];

/** What a recipe asks for beyond the game, and who is trained by what. */
const OTHERS: readonly ParamValues[] = [
  {},
  { baseline: true },
  { matching: 0 },
  { matching: 1, adversarial: false },
  ...['adam', 'rmsProp', 'sgd'].map((kind) => ({ optimizerG: kind, optimizerD: kind })),
];

function plansOf(recipe: Recipe): readonly Plan[] {
  const chosen: readonly ParamValues[] = [
    ...OTHERS,
    ...objectives.flatMap(({ kind, params }) => choices('objective', kind, params)),
    ...holds.flatMap(({ kind, params }) => choices('penalty', kind, params)),
  ];
  const shapes = recipe.points ? [MNIST, PLANE] : [MNIST];
  return shapes.flatMap((shape) => chosen.map((params) => recipe.plan(params, shape)));
}

function formulasOf(plan: Plan): readonly string[] {
  const terms = [lossOfD(plan), lossOfG(plan)].flatMap((loss) => loss.terms);
  const lines = (['both', 'D', 'G'] as const).flatMap((part) => algorithmOf(plan, part)).flatMap(({ lines }) => lines);
  return [
    ...terms.map(({ formula }) => weighted(signed(formula)[1])[1]),
    ...terms.flatMap(({ formula }) => /‖[^‖]*‖/.exec(formula)?.[0] ?? []),
    ...lines.map(({ formula }) => formula),
  ];
}

/** As terms and lines write them, without a number in front; sorted. */
export const everyFormula = (): readonly string[] =>
  [...new Set(recipes.flatMap(plansOf).flatMap(formulasOf))].toSorted();
