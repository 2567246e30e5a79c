import { expect, it } from 'vitest';
import type { Said } from '../../diagnosis/watch.ts';
import { shownOf, silence } from './silence.ts';

const said = (id: string, since: number): Said => ({
  finding: { id, evidence: { series: ['lossD'], fromStep: 0, toStep: since }, suggestion: null },
  since,
});

it('keeps quiet about what was dismissed until it comes again', () => {
  const [strong, steep] = [said('strongD', 100), said('exploding', 150)];
  const silenced = silence({}, strong, Number.POSITIVE_INFINITY);
  expect(shownOf([steep, strong], silenced, 5000)).toEqual([steep]);
  expect(shownOf([said('strongD', 900)], silenced, 950)).toHaveLength(1);
});

it('speaks again if a suggestion did not help', () => {
  const strong = said('strongD', 100);
  const silenced = silence({}, strong, 600);
  expect(shownOf([strong], silenced, 599)).toEqual([]);
  expect(shownOf([strong], silenced, 600)).toEqual([strong]);
});
