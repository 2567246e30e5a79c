import { expect, it } from 'vitest';
import { initialState, openStream, philox } from './random.ts';

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

it('gives the known answer of Philox 4x32-10 for zeros', () => {
  // From the generator's authors (Random123, kat_vectors): counter 0, key 0.
  const words = new Uint32Array(4);
  philox(0, 0, 0, words);
  expect(hex(words)).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
});

it('counts past 2³² blocks', () => {
  const low = new Uint32Array(4);
  const high = new Uint32Array(4);
  philox(1, 2, 5, low);
  philox(1, 2, 5 + 2 ** 32, high);
  expect(hex(high)).not.toBe(hex(low));
});

it('is uniform on [0, 1)', () => {
  const values = openStream(initialState(1, 'u')).uniform(new Float32Array(100_000));
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(mean(values)).toBeCloseTo(0.5, 2);
  expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
});

it('is normal with mean, variance and tails', () => {
  const values = openStream(initialState(1, 'n')).normal(new Float32Array(100_001));
  expect(mean(values)).toBeCloseTo(0, 1);
  expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
  expect(mean(values.map((value) => value ** 4))).toBeCloseTo(3, 0);
  expect(values.every(Number.isFinite)).toBe(true);
});

it('shuffles into every order about equally often', () => {
  const stream = openStream(initialState(2, 'p'));
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = stream.permutation(3).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('draws integers below the bound', () => {
  const values = openStream(initialState(3, 'i')).integers(new Int32Array(10_000), 10);
  expect(new Set(values)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});

it('goes on exactly where a state was taken', () => {
  const stream = openStream(initialState(4, 's'));
  stream.normal(new Float32Array(7));
  const state = JSON.parse(JSON.stringify(stream.state()));
  const expected = stream.uniform(new Float32Array(9));
  expect(openStream(state).uniform(new Float32Array(9))).toEqual(expected);
});

it('keeps streams of other names and seeds apart', () => {
  const draw = (seed: number, name: string) => openStream(initialState(seed, name)).uniform(new Float32Array(4));
  expect(draw(1, 'a')).toEqual(draw(1, 'a'));
  expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
  expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
});
