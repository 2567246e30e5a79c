import { expect, it } from 'vitest';
import { named, nameOf } from './names.ts';

const tilted = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));

it('a name goes with its direction while training turns it a little, whichever way it points', () => {
  const names = named([], tilted(0), 'slant');
  expect(nameOf(names, tilted(0.3))).toBe('slant');
  expect(nameOf(names, tilted(Math.PI + 0.3))).toBe('slant');
  expect(nameOf(names, tilted(1.2))).toBe('');
  expect(nameOf(names, Float32Array.of(1))).toBe('');
});

it('another name takes its place, an empty one takes it away, and others stay', () => {
  const both = named(named([], tilted(0), 'slant'), tilted(Math.PI / 2), 'width');
  const again = named(both, tilted(0.1), 'lean');
  expect(nameOf(again, tilted(0))).toBe('lean');
  expect(nameOf(again, tilted(Math.PI / 2))).toBe('width');
  expect(nameOf(named(again, tilted(0), ''), tilted(0))).toBe('');
});
