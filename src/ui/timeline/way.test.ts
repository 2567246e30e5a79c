import { expect, it } from 'vitest';
import type { PlaneView } from '../../core/views.ts';
import { createTimeline } from '../state/timeline.ts';
import { picturesAt, wayOf } from './way.ts';

const plane = (step: number): PlaneView => ({
  ...{ kind: 'plane', step, side: 1, extent: 1, middle: 0, values: new Float32Array(1) },
  ...{ real: new Float32Array(2), generated: new Float32Array(2) },
});

function runAt(...steps: readonly number[]) {
  const timeline = createTimeline();
  for (const step of steps) timeline.keep(plane(step));
  return { timeline };
}

it('several runs have one way: of the one that has come furthest, each with its own pictures', () => {
  const [first, second] = [runAt(0, 10, 20), runAt(0, 9, 19, 29)];
  first.timeline.note({ step: 20, kind: 'pause' });
  second.timeline.note({ step: 12, kind: 'set', name: 'lrD', value: 1 });
  const way = wayOf([first, second]);
  expect(way.steps).toEqual([0, 9, 19, 29]);
  expect(way.events.map(({ step }) => step)).toEqual([12, 20]);
  expect(picturesAt(way, 19).map((view) => view?.step)).toEqual([10, 19]);
});

it('a run without pictures has none', () => {
  const way = wayOf([runAt(), runAt(5)]);
  expect(picturesAt(way, 5).map((view) => view?.step)).toEqual([undefined, 5]);
  expect(wayOf([])).toEqual({ steps: [], events: [], frames: [] });
});
