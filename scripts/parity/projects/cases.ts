/** Runs whose exported projects are compared with ours: every recipe, on images and in the plane, and what is made by hand. */
import { LAYER_KINDS, layerForms } from '../../../src/core/layerForms.ts';
import type { ParamValues } from '../../../src/core/params.ts';
import { dataSets } from '../../../src/data/sets/index.ts';
import { objectives } from '../../../src/gan/objectives/index.ts';
import { offersOf } from '../../../src/gan/offers.ts';
import { holds } from '../../../src/gan/penalties/index.ts';
import type { Recipe } from '../../../src/gan/recipe.ts';
import { recipes } from '../../../src/gan/recipes/index.ts';
import { unsound } from '../../../src/gan/soundness.ts';

export interface ProjectCase {
  readonly name: string;
  readonly recipe: string;
  readonly data: string;
  readonly params: ParamValues;
  readonly generator?: string;
  readonly discriminator?: string;
}

const nameOf = (recipe: string, data: string, values: ParamValues): string =>
  [`${recipe} on ${data}`, ...Object.entries(values).map(([name, value]) => `${name} ${value}`)].join(', ');

/** Every switch by itself. */
const switchesOf = (recipe: Recipe): readonly ParamValues[] =>
  Object.entries(recipe.params).flatMap(([name, spec]) => (spec.kind === 'switch' ? [{ [name]: !spec.default }] : []));

/** Every objective with everything that may hold D, the next recipe for each. */
function combinations(): readonly ProjectCase[] {
  const pairs = objectives.flatMap((objective) =>
    ['none', ...holds.map(({ kind }) => kind)].map((penalty): ParamValues => ({ objective: objective.kind, penalty })),
  );
  return pairs.flatMap((values, i): ProjectCase[] => {
    const recipe = recipes[i % recipes.length] as Recipe;
    const [data] = offersOf(recipe, dataSets);
    if (data?.kind !== 'image') return [];
    const plan = recipe.plan({ width: 0.05, ...values }, { ...data, classes: data.classes.length });
    return unsound(plan) === null
      ? [{ name: nameOf(recipe.id, data.id, values), recipe: recipe.id, data: data.id, params: values }]
      : [];
  });
}

const OTHERS: readonly (readonly [recipe: string, data: string, params: ParamValues])[] = [
  ['cgan', 'mnist', { size: '32', resize: 'pad' }],
  ['cgan', 'mnist', { size: '32', resize: 'bilinear', weights: 'average' }],
  ['cgan', 'mnist', { kD: 2, kG: 2, penalty: 'wganGp' }],
  ['cgan', 'mnist', { kD: 2, objective: 'relativistic' }],
  ['cgan-conv', 'mnist', { statistics: 'batch', optimizerD: 'sgd', optimizerG: 'rmsProp' }],
  ['gan', 'mnist', { kD: 3, kG: 2, objective: 'relativistic', optimizerD: 'sgd', momentum: 0.9 }],
  ['dragan', 'mnist', { dNorm: 'batch', noise: 'uniform' }],
  ['wgan-gp', 'mnist', { dNorm: 'layer' }],
  ['lsgan', 'mnist', { coding: 'pearson' }],
  ['sgan', 'mnist', { matching: 0, classWeight: 2, labels: 'all' }],
  ['sgan', 'mnist', { adversarial: false, classifierDecay: 0, labels: '25' }],
  ['sgan', 'mnist', { objective: 'relativistic', penalty: 'dragan', labels: '20' }],
  ['gan', 'ring', { penalty: 'r1' }],
  ['wgan-gp', 'grid', {}],
];

/** Networks in which every kind of layer stands, and every turn from image to vector and back. */
const BY_HAND: readonly Omit<ProjectCase, 'name' | 'params'>[] = [
  {
    recipe: 'cgan-conv',
    data: 'mnist',
    generator: 'embed10x6.drop0.2.dense98.ln.lrelu0.1.reshape7x7x2.bn.relu.convT5k5s2.ln.relu.convT1k3s2.tanh',
    discriminator: 'conv3k3s1.ln.lrelu0.2.pool2.conv4k5s3v.bn.relu.flatten.branch10_dense6_tanh.maxout7x3.proj10',
  },
  {
    recipe: 'cgan',
    data: 'mnist',
    generator:
      'branch10_embed10x3_dense8_bn_relu.dense196.sigmoid.maxout56x2.bn.reshape2x7x4.reshape7x2x4.flatten.embed10x4.dense49.reshape7x7x1.convT2k2s4.relu.conv1k4s1.tanh.reshape784.reshape28x28x1',
    discriminator:
      'reshape14x14x4.conv2k2s2.ln-eps0.001.relu.reshape7x14x1.bn.flatten.embed10x5.branch10_tanh.bn-eps0.8-mom0.7.dense9.drop0.3.lrelu0.3.dense1',
  },
  {
    recipe: 'wgan-gp',
    data: 'mnist',
    generator: 'reshape4x4x8.convT3k4s2v.relu.conv4k4s1v.convT4k3s2.bn.relu.convT1k2s2.sigmoid',
    discriminator: 'flatten.tanh.reshape14x14x4.pool3.conv3k3s2v.lrelu0.2.flatten.maxout6x2.dense1',
  },
];

/** @throws Error if a kind of layer stands in none of the networks */
function byHand(): readonly ProjectCase[] {
  const text = BY_HAND.flatMap(({ generator, discriminator }) => [generator, discriminator]).join('.');
  const missing = LAYER_KINDS.filter((kind) => !new RegExp(`(^|[._])${layerForms[kind].word}(?![a-z])`).test(text));
  if (missing.length > 0) throw new Error(`No network made by hand has ${missing.join(' or ')}.`);
  return BY_HAND.map((networks, i) => ({
    ...networks,
    name: `${networks.recipe} with networks ${i + 1} made by hand`,
    params: {},
  }));
}

export function projectCases(): readonly ProjectCase[] {
  const own = recipes.flatMap((recipe) => {
    const sets = offersOf(recipe, dataSets);
    const first = sets.filter(({ kind }, i) => sets.findIndex((set) => set.kind === kind) === i);
    return first.flatMap(({ id, kind }) =>
      (kind === 'image' ? [{}, ...switchesOf(recipe)] : [{}]).map((params) => ({
        name: nameOf(recipe.id, id, params),
        recipe: recipe.id,
        data: id,
        params,
      })),
    );
  });
  const others = OTHERS.map(([recipe, data, params]) => ({ name: nameOf(recipe, data, params), recipe, data, params }));
  return [...own, ...combinations(), ...others, ...byHand()];
}
