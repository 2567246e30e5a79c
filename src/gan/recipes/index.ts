import type { Recipe } from '../recipe.ts';

/** Every file beside this one that exports `recipe`. A new file is in the tabs without editing a list. */
const files = import.meta.glob<Recipe>(['./*.ts', '!./index.ts', '!./*.test.ts'], { import: 'recipe', eager: true });

/** In the order in which their papers appeared: arXiv counts by month. */
export const recipes: readonly Recipe[] = Object.values(files).toSorted(
  (a, b) => a.paper.arxiv.localeCompare(b.paper.arxiv) || a.id.localeCompare(b.id),
);

export const findRecipe = (id: string): Recipe | undefined => recipes.find((recipe) => recipe.id === id);
