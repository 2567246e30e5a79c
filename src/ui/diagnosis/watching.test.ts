import { expect, it } from 'vitest';
import { nothingSaid, type Watch } from '../../diagnosis/watch.ts';
import { createTimeline } from '../state/timeline.ts';
import { noteFound } from './watching.ts';

const watch = (at: number, found: Readonly<Record<string, number>>): Watch => ({
  at,
  streaks: {},
  said: Object.entries(found).map(([id, since]) => ({
    finding: { id, evidence: { series: ['lossD'], fromStep: 0, toStep: since }, suggestion: null },
    since,
  })),
});

/** What a timeline has after these moments of a run's watch. */
function notedAfter(...moments: readonly Watch[]) {
  const timeline = createTimeline();
  let before = nothingSaid;
  for (const now of moments) {
    noteFound(timeline, before, now);
    before = now;
  }
  return timeline.events();
}

it('a finding is noted once, at the step at which it was first said', () => {
  expect(notedAfter(watch(50, {}), watch(100, { strongD: 100 }), watch(150, { strongD: 100 }))).toEqual([
    { step: 100, kind: 'found', rule: 'strongD' },
  ]);
});

it('one that went and came again is noted again', () => {
  const events = notedAfter(watch(100, { strongD: 100 }), watch(300, {}), watch(500, { strongD: 500, exploding: 450 }));
  expect(events.map(({ step }) => step)).toEqual([100, 450, 500]);
});

it('a watch that begins anew notes nothing that is known, and what is not', () => {
  const timeline = createTimeline();
  timeline.note({ step: 100, kind: 'found', rule: 'strongD' });
  noteFound(timeline, nothingSaid, watch(2000, { strongD: 1100, collapse: 2000 }));
  expect(timeline.events()).toEqual([
    { step: 100, kind: 'found', rule: 'strongD' },
    { step: 2000, kind: 'found', rule: 'collapse' },
  ]);
});
