import { expect, it } from 'vitest';
import { LinearMemory } from '../memory.ts';
import { Arena } from './arena.ts';

it('hands out a block again once it is given back, to what fits into it without much waste', () => {
  const memory = new LinearMemory(64 * 2 ** 20);
  const arena = new Arena();
  const [first, second] = memory.within(arena, () => {
    const big = memory.allocate(100_000);
    memory.release(big);
    return [big, memory.allocate(90_000)];
  });
  expect(second).toBe(first);
  // A small one does not take the place of a large one.
  const small = memory.within(arena, () => {
    memory.release(second as number);
    return memory.allocate(1000);
  });
  expect(small).not.toBe(first);
});

it('keeps its blocks from whoever works outside it', () => {
  const memory = new LinearMemory(64 * 2 ** 20);
  const arena = new Arena();
  const inside = memory.within(arena, () => {
    const pointer = memory.allocate(4096);
    memory.release(pointer);
    return pointer;
  });
  const outside = memory.allocate(4096);
  expect(outside).not.toBe(inside);
  memory.release(outside);
  expect(arena.bytes).toBe(memory.used);
});
