import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSteps, keyStep, nextStep, placeOf, stopAt, stopsOf } from './axis.ts';

const steps = [0, 10, 20, 40, 80];

describe('places', () => {
  it('are as far apart as pictures, and between them even', () => {
    const axis = { steps, cells: 3 };
    expect(steps.map((step) => placeOf(axis, step))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(placeOf(axis, 30)).toBe(0.625);
    expect([placeOf(axis, -5), placeOf(axis, 500)]).toEqual([0, 1]);
  });

  it('are filled from the left while there are few pictures', () => {
    const axis = { steps: [0, 7], cells: 5 };
    expect([placeOf(axis, 0), placeOf(axis, 7)]).toEqual([0, 0.25]);
    expect(cellSteps(axis)).toEqual([0, 7, undefined, undefined, undefined]);
    expect(placeOf({ steps: [], cells: 5 }, 3)).toBe(0);
    expect(cellSteps({ steps: [3], cells: 1 })).toEqual([3]);
  });

  it('rise with the steps, whatever is kept', () => {
    const rising = fc.uniqueArray(fc.nat(10_000), { minLength: 1 }).map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.integer({ min: 1, max: 20 }), fc.nat(10_000), fc.nat(10_000), (kept, cells, a, b) => {
        const axis = { steps: kept, cells };
        const [low, high] = [placeOf(axis, Math.min(a, b)), placeOf(axis, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of cells are those of their pictures: the first, the newest, and some between', () => {
    const many = Array.from({ length: 100 }, (_, i) => 3 * i);
    const axis = { steps: many, cells: 12 };
    const shown = cellSteps(axis);
    expect([shown[0], shown.at(-1)]).toEqual([0, 297]);
    for (const [cell, step] of shown.entries())
      expect(Math.abs(placeOf(axis, step ?? 0) - cell / 11)).toBeLessThan(0.5 / 99 + 1e-9);
  });
});

describe('stops', () => {
  const stops = stopsOf(steps, [{ step: 15 }, { step: 20 }, { step: 90 }]);

  it('are at pictures and at what happened between them', () => {
    expect(stops).toEqual([0, 10, 15, 20, 40, 80]);
    expect(stopsOf([], [{ step: 3 }])).toEqual([]);
  });

  it('are found at the nearest place; at the end it is live', () => {
    const axis = { steps, cells: 3 };
    expect(stopAt(axis, stops, -1)).toBe(0);
    expect(stopAt(axis, stops, 0.36)).toBe(15);
    expect(stopAt(axis, stops, 0.7)).toBe(40);
    expect(stopAt(axis, stops, 0.99)).toBeNull();
    expect(stopAt({ steps: [0], cells: 3 }, [0], 0)).toBeNull();
    expect(stopAt({ steps: [], cells: 3 }, [], 0.5)).toBeNull();
  });

  it('are gone through by keys', () => {
    expect(keyStep('ArrowLeft', stops, null)).toBe(40);
    expect(keyStep('ArrowLeft', stops, 15)).toBe(10);
    expect(keyStep('ArrowLeft', stops, 0)).toBe(0);
    expect(keyStep('ArrowRight', stops, 10)).toBe(15);
    expect(keyStep('ArrowRight', stops, 40)).toBeNull();
    expect(keyStep('PageUp', stops, 15)).toBe(20);
    expect(keyStep('PageDown', stops, null)).toBe(40);
    expect(keyStep('Home', stops, null)).toBe(0);
    expect(keyStep('End', stops, 10)).toBeNull();
    expect(keyStep('Escape', stops, 10)).toBeNull();
    expect(keyStep('x', stops, 10)).toBeUndefined();
    expect(keyStep('ArrowLeft', [], null)).toBeNull();
  });

  it('that are there no longer are left for the nearest', () => {
    expect(keyStep('ArrowLeft', stops, 17)).toBe(15);
    expect(keyStep('ArrowRight', stops, 17)).toBe(20);
  });
});

it('pictures are played until the newest', () => {
  const played: (number | null)[] = [0];
  while (played.at(-1) !== null) played.push(nextStep(steps, played.at(-1) as number));
  expect(played).toEqual([0, 10, 20, 40, null]);
  expect(nextStep(steps, 15)).toBe(20);
});
