/** Which data sets a recipe can be trained on: what it takes, beside what the sets say that they are. */
import type { DataSetInfo, ImageSetInfo } from '../core/dataSet.ts';
import type { ImageNeeds, Recipe } from './recipe.ts';

type Needs = Pick<Recipe, 'images' | 'points' | 'prefers'>;

const takesImages = ({ channels, sidesDivisibleBy = 1 }: ImageNeeds, info: ImageSetInfo): boolean =>
  (!channels || channels.includes(info.channels)) &&
  [info.height, info.width].every((side) => side % sidesDivisibleBy === 0);

function suits({ images, points }: Needs, info: DataSetInfo): boolean {
  switch (info.kind) {
    case 'image':
      return takesImages(images, info);
    case 'points':
      return points;
    default:
      return info satisfies never;
  }
}

/** The sets that suit a recipe, in their order, but for the one that it prefers, which is first. */
export function offersOf(recipe: Needs, sets: readonly DataSetInfo[]): readonly DataSetInfo[] {
  const suited = sets.filter((info) => suits(recipe, info));
  return [...suited.filter(({ id }) => id === recipe.prefers), ...suited.filter(({ id }) => id !== recipe.prefers)];
}

/**
 * The set of the recipe's preset.
 *
 * @throws Error if none suits it
 */
export function firstOffer(recipe: Needs & Pick<Recipe, 'name'>, sets: readonly DataSetInfo[]): DataSetInfo {
  const [first] = offersOf(recipe, sets);
  if (!first) throw new Error(`No data set suits ${recipe.name}.`);
  return first;
}
