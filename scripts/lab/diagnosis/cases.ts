import type { ParamValues } from '../../../src/core/params.ts';

/** A run whose history the rules of diagnosis are tested on. */
export interface DiagnosisCase {
  readonly name: string;
  /** The rule that must speak, and by which step; null where all must stay quiet. */
  readonly expected: { readonly rule: string; readonly by: number } | null;
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  readonly params: ParamValues;
  readonly steps: number;
  /** Settings that change on the running networks after this step. */
  readonly change?: { readonly at: number; readonly params: ParamValues };
}

const SEED = 1;

const onDigits = (recipe: string, steps: number, params: ParamValues = {}, data = 'mnist') => ({
  recipe,
  data,
  seed: SEED,
  steps,
  params: { width: 0.1, batch: 32, ...params },
});
const onPlane = (recipe: string, data: string, steps: number, params: ParamValues = {}) => ({
  recipe,
  data,
  seed: SEED,
  steps,
  params: { width: 0.1, batch: 64, ...params },
});
const sgd = { optimizerD: 'sgd', optimizerG: 'sgd' };

/** Systems at a width at which what they draw grows alike, where the losses show nothing. */
const collapsing: readonly DiagnosisCase[] = [
  {
    name: 'Conv CGAN at a quarter of its width: every zero is the same zero',
    expected: { rule: 'sameClass', by: 1600 },
    ...{ recipe: 'cgan-conv', data: 'mnist', seed: 42, params: { width: 0.25 }, steps: 2000 },
  },
  {
    name: 'Conv CGAN with momentum, D half as fast: one digit for each class',
    expected: { rule: 'sameClass', by: 1600 },
    ...{ recipe: 'cgan-conv', data: 'mnist', seed: SEED, params: { width: 0.25, beta1: 0.5, lrD: 1e-3 }, steps: 2000 },
  },
  {
    name: 'ring, G ten times as fast: it draws one cluster after another',
    expected: { rule: 'collapse', by: 300 },
    ...onPlane('gan', 'ring', 600, { lrG: 0.01 }),
  },
  {
    name: 'hinge on the ring, G twenty times as fast: one point',
    expected: { rule: 'collapse', by: 500 },
    ...onPlane('gan', 'ring', 600, { objective: 'hinge', lrG: 0.02 }),
  },
];

/** D goes flat and stays so, while G has learnt: both scores stand still where D cannot tell. */
const standingStill: readonly DiagnosisCase[] = [
  {
    name: 'ring, D twenty times as fast from step 1,100 on',
    expected: { rule: 'stillD', by: 1450 },
    ...{ recipe: 'gan', data: 'ring', seed: SEED, params: { width: 0.25 }, steps: 2200 },
    change: { at: 1100, params: { lrD: 0.02 } },
  },
];

/** Runs made to fail, each in one way. */
const failing: readonly DiagnosisCase[] = [
  { name: 'GAN, G hardly learns', expected: { rule: 'strongD', by: 300 }, ...onDigits('gan', 400, { lrG: 1e-6 }) },
  {
    name: 'CGAN, G hardly learns and D fast',
    expected: { rule: 'strongD', by: 300 },
    ...onDigits('cgan', 400, { lrG: 1e-6, lrD: 2e-3 }),
  },
  {
    name: 'hinge, G hardly learns',
    expected: { rule: 'strongD', by: 250 },
    ...onDigits('gan', 400, { objective: 'hinge', lrG: 1e-6 }),
  },
  {
    name: 'minimax, D a hundred times as fast as G',
    expected: { rule: 'strongD', by: 250 },
    ...onDigits('gan', 300, { objective: 'minimax', lrD: 1e-2, lrG: 1e-4 }),
  },
  {
    name: 'smoothed labels, G hardly learns',
    expected: { rule: 'strongD', by: 300 },
    ...onDigits('gan', 400, { smoothing: 0.1, lrG: 1e-6 }),
  },
  { name: 'GAN, D hardly learns', expected: { rule: 'blindD', by: 250 }, ...onDigits('gan', 300, { lrD: 1e-6 }) },
  { name: 'CGAN, D hardly learns', expected: { rule: 'blindD', by: 250 }, ...onDigits('cgan', 300, { lrD: 1e-6 }) },
  {
    name: 'DRAGAN in the plane, D hardly learns',
    expected: { rule: 'blindD', by: 250 },
    ...onPlane('dragan', 'swiss-roll', 300, { lrD: 1e-6 }),
  },
  {
    name: 'GAN in the plane, ten times as fast, with momentum: D goes flat',
    expected: { rule: 'stillD', by: 800 },
    ...onPlane('gan', 'swiss-roll', 800, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'ring, ten times as fast, with momentum',
    expected: { rule: 'oscillation', by: 350 },
    ...onPlane('gan', 'ring', 400, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'ring, twenty times as fast, with momentum',
    expected: { rule: 'oscillation', by: 250 },
    ...onPlane('gan', 'ring', 400, { lrD: 0.02, lrG: 0.02, beta1: 0.9 }),
  },
  {
    name: 'LSGAN on the ring, ten times as fast, with momentum',
    expected: { rule: 'oscillation', by: 550 },
    ...onPlane('lsgan', 'ring', 600, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'WGAN-GP with almost no penalty',
    expected: { rule: 'exploding', by: 150 },
    ...onPlane('wgan-gp', 'swiss-roll', 250, { lambda: 1e-4, lrD: 5e-3 }),
  },
  {
    name: 'ring, gradient descent at a rate of a half',
    expected: { rule: 'exploding', by: 150 },
    ...onPlane('gan', 'ring', 400, { ...sgd, lrD: 0.5, lrG: 0.5, momentum: 0.9 }),
  },
  {
    name: 'LSGAN, gradient descent at a rate of 1',
    expected: { rule: 'nonFinite', by: 2 },
    ...onDigits('lsgan', 100, { ...sgd, lrD: 1, lrG: 1 }),
  },
];

/** So many steps of every preset must pass without a word. */
const LONG = 3000;

/**
 * Presets as they are, or, where one thread of two cores takes fewer than five steps a second, at the largest of a few
 * widths at which it takes them.
 */
const preset = (recipe: string, data: string, params: ParamValues = {}): DiagnosisCase => ({
  name: `${recipe} on ${data}, ${LONG} steps`,
  expected: null,
  recipe,
  data,
  seed: SEED,
  params,
  steps: LONG,
});

const presetOn = (recipe: string, set: string, steps: number): DiagnosisCase => ({
  name: `${recipe} on ${set}`,
  expected: null,
  ...onPlane(recipe, set, steps),
});
const quick = (recipe: string) => ['swiss-roll', 'ring', 'grid'].map((set) => presetOn(recipe, set, 400));
/** Five updates of D in a step. */
const slow = (recipe: string, ...sets: readonly string[]) => sets.map((set) => presetOn(recipe, set, 250));

/** Presets, small: what works must be left alone. */
const healthy: readonly DiagnosisCase[] = [
  { name: 'GAN', expected: null, ...onDigits('gan', 400) },
  { name: 'CGAN', expected: null, ...onDigits('cgan', 500) },
  { name: 'Conv CGAN', expected: null, ...onDigits('cgan-conv', 500, { width: 0.25 }) },
  {
    name: 'Conv CGAN with the hinge objective',
    expected: null,
    ...onDigits('cgan-conv', 400, { width: 0.25, objective: 'hinge' }),
  },
  { name: 'CGAN 2014', expected: null, ...onDigits('cgan-paper', 500) },
  { name: 'DCGAN', expected: null, ...onDigits('dcgan', 300, { width: 0.05, batch: 16 }, 'colour-digits') },
  { name: 'SGAN', expected: null, ...onDigits('sgan', 300, { batch: 16 }) },
  { name: 'LSGAN', expected: null, ...onDigits('lsgan', 400) },
  { name: 'WGAN', expected: null, ...onDigits('wgan', 250, { batch: 16 }) },
  { name: 'WGAN-GP', expected: null, ...onDigits('wgan-gp', 300, { batch: 16 }) },
  { name: 'DRAGAN', expected: null, ...onDigits('dragan', 300, { batch: 16 }) },
  ...[
    ...quick('gan'),
    ...quick('lsgan'),
    ...slow('wgan', 'swiss-roll'),
    ...slow('wgan-gp', 'swiss-roll', 'ring'),
    ...quick('dragan'),
  ],
];

/** Presets, for long: the quickest first. */
const long: readonly DiagnosisCase[] = [
  preset('cgan-conv', 'mnist'),
  preset('cgan', 'mnist'),
  ...['gan', 'lsgan', 'dragan'].flatMap((recipe) => ['swiss-roll', 'ring', 'grid'].map((set) => preset(recipe, set))),
  preset('sgan', 'mnist'),
  // The paper's gradient descent has it draw one image for each class, whatever z says, from the beginning: it is told so once
  // classes are apart.
  { ...preset('cgan-paper', 'mnist'), expected: { rule: 'sameClass', by: 1900 } },
  preset('lsgan', 'mnist', { width: 0.5 }),
  preset('dragan', 'mnist', { width: 0.35 }),
  preset('gan', 'mnist', { width: 0.5 }),
  preset('dcgan', 'colour-digits', { width: 0.15 }),
  ...['swiss-roll', 'ring', 'grid'].flatMap((set) => [
    preset('wgan', set, { width: 0.75 }),
    preset('wgan-gp', set, { width: 0.75 }),
  ]),
  preset('wgan', 'mnist', { width: 0.35 }),
  preset('wgan-gp', 'mnist', { width: 0.15 }),
];

export const cases: readonly DiagnosisCase[] = [...collapsing, ...standingStill, ...failing, ...healthy, ...long];
