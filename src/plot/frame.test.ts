import { expect, it } from 'vitest';
import { frameOf, withoutTouching } from './frame.ts';
import { linearScale } from './scale.ts';

const frame = frameOf({ width: 362, height: 127 }, linearScale([0, 1]), 300);

it('a step is found again where it is drawn, and the ends beside the axis', () => {
  for (const step of [0, 1, 150, 300]) expect(frame.stepAt(frame.x(step))).toBe(step);
  expect(frame.stepAt(-20)).toBe(0);
  expect(frame.stepAt(5000)).toBe(300);
});

it('values go from the lower end to the upper', () => {
  expect([frame.y(0), frame.y(1)]).toEqual([frame.bottom, frame.top]);
  expect(frame.y(0.5)).toBe((frame.bottom + frame.top) / 2);
});

it('holds together before there is room or a step', () => {
  const { left, right, top, bottom, x } = frameOf({ width: 0, height: 0 }, linearScale([0, 1]), 0);
  expect(right).toBeGreaterThan(left);
  expect(bottom).toBeGreaterThan(top);
  expect(x(0)).toBe(left);
});

it('marks that would touch another are left out, but never the ends', () => {
  const marks = [100, 95, 80, 78, 60].map((at) => ({ at }));
  const kept = (distance: number) => withoutTouching(marks, distance).map(({ at }) => at);
  expect(kept(11)).toEqual([100, 80, 60]);
  expect(kept(21)).toEqual([100, 60]);
  expect(kept(90)).toEqual([100, 60]);
  expect(withoutTouching([{ at: 3 }], 11)).toHaveLength(1);
});
