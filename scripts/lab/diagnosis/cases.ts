import type { ParamValues } from '../../../src/core/params.ts';

/** A run whose history the rules of diagnosis are tested on. */
export interface DiagnosisCase {
  readonly name: string;
  /** The rule that must speak, or null where all must stay quiet. */
  readonly expected: string | null;
  readonly recipe: string;
  readonly data: string;
  readonly params: ParamValues;
  readonly steps: number;
}

/** Of every run. */
export const SEED = 1;

const onDigits = (recipe: string, steps: number, params: ParamValues = {}, data = 'mnist') => ({
  recipe,
  data,
  steps,
  params: { width: 0.1, batch: 32, ...params },
});
const onPlane = (recipe: string, data: string, steps: number, params: ParamValues = {}) => ({
  recipe,
  data,
  steps,
  params: { width: 0.1, batch: 64, ...params },
});
const sgd = { optimizerD: 'sgd', optimizerG: 'sgd' };

/** Runs made to fail, each in one way. */
const failing: readonly DiagnosisCase[] = [
  { name: 'GAN, G hardly learns', expected: 'strongD', ...onDigits('gan', 400, { lrG: 1e-6 }) },
  { name: 'CGAN, G hardly learns and D fast', expected: 'strongD', ...onDigits('cgan', 400, { lrG: 1e-6, lrD: 2e-3 }) },
  { name: 'hinge, G hardly learns', expected: 'strongD', ...onDigits('gan', 400, { objective: 'hinge', lrG: 1e-6 }) },
  {
    name: 'minimax, D a hundred times as fast as G',
    expected: 'strongD',
    ...onDigits('gan', 300, { objective: 'minimax', lrD: 1e-2, lrG: 1e-4 }),
  },
  {
    name: 'smoothed labels, G hardly learns',
    expected: 'strongD',
    ...onDigits('gan', 400, { smoothing: 0.1, lrG: 1e-6 }),
  },
  { name: 'GAN, D hardly learns', expected: 'blindD', ...onDigits('gan', 300, { lrD: 1e-6 }) },
  { name: 'CGAN, D hardly learns', expected: 'blindD', ...onDigits('cgan', 300, { lrD: 1e-6 }) },
  {
    name: 'DRAGAN in the plane, D hardly learns',
    expected: 'blindD',
    ...onPlane('dragan', 'swiss-roll', 300, { lrD: 1e-6 }),
  },
  {
    name: 'GAN in the plane, ten times as fast, with momentum: D goes flat',
    expected: 'blindD',
    ...onPlane('gan', 'swiss-roll', 800, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'ring, ten times as fast, with momentum',
    expected: 'oscillation',
    ...onPlane('gan', 'ring', 400, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'ring, twenty times as fast, with momentum',
    expected: 'oscillation',
    ...onPlane('gan', 'ring', 400, { lrD: 0.02, lrG: 0.02, beta1: 0.9 }),
  },
  {
    name: 'LSGAN on the ring, ten times as fast, with momentum',
    expected: 'oscillation',
    ...onPlane('lsgan', 'ring', 600, { lrD: 0.01, lrG: 0.01, beta1: 0.9 }),
  },
  {
    name: 'WGAN-GP with almost no penalty',
    expected: 'exploding',
    ...onPlane('wgan-gp', 'swiss-roll', 250, { lambda: 1e-4, lrD: 5e-3 }),
  },
  {
    name: 'ring, gradient descent at a rate of a half',
    expected: 'exploding',
    ...onPlane('gan', 'ring', 400, { ...sgd, lrD: 0.5, lrG: 0.5, momentum: 0.9 }),
  },
  {
    name: 'LSGAN, gradient descent at a rate of 1',
    expected: 'nonFinite',
    ...onDigits('lsgan', 100, { ...sgd, lrD: 1, lrG: 1 }),
  },
];

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

export const cases: readonly DiagnosisCase[] = [...failing, ...healthy];
