import { describe, expect, it } from 'vitest';
import type { RunInfo } from '../../protocol/index.ts';
import { quickerWidth, stepTime } from './stepTime.ts';

const backend: RunInfo['backend'] = {
  id: 'simd',
  device: { code: 'device.javaScript' },
  software: false,
  falls: [],
  tiles: null,
  reason: { code: 'reason.chosen' },
  candidates: [
    { id: 'webgl', millisecondsPerStep: 9000, note: { code: 'note.measured', milliseconds: 9000, compiled: null } },
    { id: 'simd', millisecondsPerStep: 1600, note: { code: 'note.measured', milliseconds: 1600, compiled: null } },
  ],
};
const info = { backend } as RunInfo;

describe('the time of a step', () => {
  it('is measured while training', () => {
    expect(stepTime({ info, stepsPerSecond: 0.4 })).toBe(2500);
  });

  it('is known before that from choosing the backend', () => {
    expect(stepTime({ info, stepsPerSecond: null })).toBe(1600);
  });

  it('is unknown where nothing was measured', () => {
    expect(stepTime({ info: null, stepsPerSecond: null })).toBeNull();
    const byHand = { backend: { ...backend, candidates: [] } } as unknown as RunInfo;
    expect(stepTime({ info: byHand, stepsPerSecond: null })).toBeNull();
  });
});

describe('the width that is offered', () => {
  it('brings a step near 0.3 s', () => {
    expect(quickerWidth(1, 2700, 0.02)).toEqual({ width: 0.33, milliseconds: expect.closeTo(294, 0) });
    expect(quickerWidth(0.5, 1200, 0.02)).toEqual({ width: 0.25, milliseconds: 300 });
  });

  it('is not below the narrowest, and there is none below that', () => {
    expect(quickerWidth(0.1, 60_000, 0.02)?.width).toBe(0.02);
    expect(quickerWidth(0.02, 60_000, 0.02)).toBeNull();
    expect(quickerWidth(1, 300, 0.02)).toBeNull();
  });
});
