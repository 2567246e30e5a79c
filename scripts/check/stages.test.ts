import { expect, it } from 'vitest';
import { STAGES, withNeeds } from './stages.ts';

const names = STAGES.map(({ name }) => name);

it('a stage comes after all that it needs', () => {
  for (const [i, { needs }] of STAGES.entries()) expect(names.slice(0, i)).toEqual(expect.arrayContaining([...needs]));
});

it('a named stage brings what it needs, and nothing else', () => {
  expect(withNeeds(['e2e', 'lint']).map(({ name }) => name)).toEqual(['prepare', 'lint', 'build', 'e2e']);
  expect(withNeeds(['types']).map(({ name }) => name)).toEqual(['types']);
});
