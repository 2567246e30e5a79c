import { describe, expect, it } from 'vitest';
import { asInMnist, type Brush, blank, type Drawing, stroke } from './drawing.ts';

const white: Brush = { radius: 1, colour: [1], erases: false };
const at = ({ values, width }: Drawing, row: number, column: number): number => values[row * width + column] as number;

function momentsOf({ values, width, height }: Drawing) {
  const places = Array.from(values.keys());
  const mass = values.reduce((sum, value) => sum + value, 0);
  const mean = (of: (place: number) => number) =>
    places.reduce((sum, place) => sum + (values[place] as number) * of(place), 0) / mass;
  const rows = places.filter((place) => (values[place] as number) > 0.3).map((place) => Math.floor(place / width));
  return {
    mass,
    x: mean((place) => (place % width) + 0.5),
    y: mean((place) => Math.floor(place / width) + 0.5),
    tall: Math.max(...rows) - Math.min(...rows) + 1,
    height,
  };
}

describe('a stroke', () => {
  it('is full along its way, fades at its edge, and leaves all else as it was', () => {
    const before = blank(28, 28, 1);
    const drawn = stroke(before, { x: 14.5, y: 5.5 }, { x: 14.5, y: 20.5 }, white);
    for (let row = 5; row <= 20; row++) expect(at(drawn, row, 14)).toBe(1);
    expect(at(drawn, 10, 13)).toBe(1);
    expect(at(drawn, 10, 12)).toBeGreaterThan(0);
    expect(at(drawn, 10, 12)).toBeLessThan(1);
    expect(at(drawn, 10, 10)).toBe(0);
    expect(at(drawn, 25, 14)).toBe(0);
    expect(before.values.every((value) => value === 0)).toBe(true);
  });

  it('over another leaves the brighter, and an eraser takes it away', () => {
    const grey = stroke(blank(8, 8, 1), { x: 4, y: 4 }, { x: 4, y: 4 }, { ...white, colour: [0.5] });
    const both = stroke(grey, { x: 4, y: 4 }, { x: 4, y: 4 }, white);
    expect(at(both, 4, 4)).toBe(1);
    expect(stroke(both, { x: 4, y: 4 }, { x: 4, y: 4 }, { ...white, colour: [0.5] })).toEqual(both);
    expect(at(stroke(both, { x: 4, y: 4 }, { x: 4, y: 4 }, { ...white, erases: true }), 4, 4)).toBe(0);
  });

  it('in colour covers what was there', () => {
    const red = stroke(blank(8, 8, 3), { x: 4, y: 4 }, { x: 4, y: 4 }, { ...white, colour: [1, 0, 0] });
    const blue = stroke(red, { x: 4, y: 4 }, { x: 4, y: 4 }, { ...white, colour: [0, 0, 1] });
    expect(Array.from(blue.values.slice((4 * 8 + 4) * 3, (4 * 8 + 4) * 3 + 3))).toEqual([0, 0, 1]);
  });
});

describe('as in MNIST', () => {
  it.each([
    ['small, in a corner', { x: 3, y: 2 }, { x: 3, y: 9 }],
    ['from edge to edge', { x: 26, y: 1 }, { x: 22, y: 27 }],
  ])('a digit that is %s comes to the middle, 20 pixels tall', (_, from, to) => {
    const { x, y, tall, mass } = momentsOf(asInMnist(stroke(blank(28, 28, 1), from, to, white)));
    expect(mass).toBeGreaterThan(10);
    expect(x).toBeCloseTo(14, 0);
    expect(y).toBeCloseTo(14, 0);
    expect(tall).toBeGreaterThanOrEqual(18);
    expect(tall).toBeLessThanOrEqual(22);
  });

  it('nothing stays nothing, and what is so already hardly changes', () => {
    const empty = blank(28, 28, 1);
    expect(asInMnist(empty)).toBe(empty);
    const once = asInMnist(stroke(empty, { x: 5, y: 5 }, { x: 9, y: 20 }, white));
    const twice = asInMnist(once);
    const change = once.values.reduce((sum, value, i) => sum + Math.abs(value - (twice.values[i] as number)), 0);
    expect(change / momentsOf(once).mass).toBeLessThan(0.25);
  });
});
