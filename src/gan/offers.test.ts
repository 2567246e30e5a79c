import { describe, expect, it } from 'vitest';
import type { ImageSetInfo, PointSetInfo } from '../core/dataSet.ts';
import { dataSets } from '../data/sets/index.ts';
import { firstOffer, offersOf } from './offers.ts';
import { recipes } from './recipes/index.ts';

const IMAGES = ['mnist', 'colour-digits'];
const POINTS = ['swiss-roll', 'ring', 'grid'];

/** What each recipe that comes with the project offers of the sets that come with it, in this order. */
const OFFERS: Readonly<Record<string, readonly string[]>> = {
  gan: [...IMAGES, ...POINTS],
  'cgan-paper': ['mnist'],
  cgan: IMAGES,
  'cgan-conv': IMAGES,
  dcgan: ['colour-digits'],
  sgan: IMAGES,
  lsgan: [...IMAGES, ...POINTS],
  wgan: [...IMAGES, ...POINTS],
  'wgan-gp': [...IMAGES, ...POINTS],
  dragan: [...IMAGES, ...POINTS],
};

it.each(Object.entries(OFFERS))('%s offers what it did', (id, expected) => {
  const recipe = recipes.find((each) => each.id === id);
  const known = dataSets.filter((set) => [...IMAGES, ...POINTS].includes(set.id));
  expect(recipe && offersOf(recipe, known).map((set) => set.id)).toEqual(expected);
});

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s', (_, recipe) => {
  it('has a set to begin with, the one it prefers', () => {
    expect([recipe.prefers, undefined]).toContain(recipe.prefers && firstOffer(recipe, dataSets).id);
    expect(firstOffer(recipe, dataSets).kind).toBe('image');
  });

  it('makes a plan for every set that it is offered with', () => {
    for (const info of offersOf(recipe, dataSets))
      expect(recipe.plan({}, { ...info, classes: info.classes.length }).examples.kind, info.id).toBe(info.kind);
  });
});

describe('a new set', () => {
  const base = { id: 'new', name: 'New', classes: [], trainCount: 1000, testCount: 0 };
  const points: PointSetInfo = { ...base, kind: 'points', extent: 2, mixture: false };
  const image = (side: number, channels: number): ImageSetInfo => {
    return { ...base, kind: 'image', height: side, width: side, channels };
  };
  const takers = (info: PointSetInfo | ImageSetInfo) =>
    recipes.filter((recipe) => offersOf(recipe, [info]).length > 0).map(({ id }) => id);

  it('of points is offered by every recipe that has networks for the plane', () => {
    expect(takers(points)).toEqual(recipes.filter((recipe) => recipe.points).map(({ id }) => id));
    expect(takers(points)).toEqual(expect.arrayContaining(['gan', 'lsgan', 'wgan', 'wgan-gp', 'dragan']));
  });

  it('of images is offered where its channels and sides suit', () => {
    expect(takers(image(32, 1))).toEqual(expect.arrayContaining(['cgan-paper', 'dcgan', 'gan']));
    expect(takers(image(32, 3))).not.toContain('cgan-paper');
    expect(takers(image(28, 1))).not.toContain('dcgan');
    expect(takers(image(27, 1))).not.toContain('gan');
  });

  it('does not come before the one that a recipe prefers', () => {
    const [gan] = recipes.filter(({ id }) => id === 'dcgan');
    expect(gan && firstOffer(gan, [image(32, 3), ...dataSets]).id).toBe('colour-digits');
  });
});
