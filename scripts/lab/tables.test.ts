import { expect, it } from 'vitest';
import { deviation, insertTable, markdownTable, mean } from './tables.ts';

it('makes a table', () => {
  expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});

it('knows mean and deviation', () => {
  expect([mean([1, 2, 6]), deviation([1, 3])]).toEqual([3, Math.SQRT2]);
});

it('puts a table in the place of an older one of that name', () => {
  const once = insertTable('# Results\n', 'speed', 'npm run speed', 'old');
  expect(once).toContain('<!-- speed: npm run speed -->\nold\n');
  const both = insertTable(`${once}\nafter\n`, 'size', 'npm run size', 'small');
  expect(insertTable(both, 'speed', 'npm run speed', 'new')).toBe(both.replace('old', 'new'));
});
