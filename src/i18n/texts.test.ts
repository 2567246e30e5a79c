import { describe, expect, it } from 'vitest';
import { recipes } from '../gan/recipes/index.ts';
import { i18n, optionalTextOf, textOf } from './index.ts';

const exists = (...key: readonly string[]): boolean => i18n.exists(key.join('.'));

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))('texts of %s', (_, recipe) => {
  it.each(Object.entries(recipe.params))('%s has a label, help and a name for every option', (name, spec) => {
    expect(exists('param', name, 'label')).toBe(true);
    expect(exists('param', name, 'help')).toBe(true);
    expect(exists('settings.group', spec.group)).toBe(true);
    const options = spec.kind === 'choice' ? spec.options : [];
    for (const option of options) expect(exists('param', name, 'option', option), option).toBe(true);
  });

  it('states what both networks minimise', () => {
    expect(exists('objective', recipe.id, 'd')).toBe(true);
    expect(exists('objective', recipe.id, 'g')).toBe(true);
  });
});

it('finds texts by names that only recipes know', () => {
  expect(textOf('param', 'k', 'label')).toBe('Target k');
  expect(optionalTextOf('param', 'dNorm', 'note', 'batch')).toContain('batch');
  expect(optionalTextOf('param', 'noise', 'note', 'gaussian')).toBeNull();
});
