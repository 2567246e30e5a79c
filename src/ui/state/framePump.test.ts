import { expect, it } from 'vitest';
import type { Frame } from '../../protocol/index.ts';
import { createFramePump, oneEach } from './framePump.ts';
import { frame } from './testing/page.ts';

function setUp() {
  const asked: (() => void)[] = [];
  const drawn: Frame[] = [];
  const pump = createFramePump(
    (callback) => asked.push(callback),
    (newest) => drawn.push(newest),
  );
  return { asked, drawn, pump };
}

it('asks for one animation frame, however many frames come, and for another when it was drawn', () => {
  const { asked, drawn, pump } = setUp();
  for (let step = 1; step <= 3; step++) pump.take(frame(1, step));
  expect(asked).toHaveLength(1);
  asked[0]?.();
  expect(drawn.map(({ step }) => step)).toEqual([3]);
  pump.take(frame(1, 4));
  expect(asked).toHaveLength(2);
});

it('draws nothing that was dropped', () => {
  const { asked, drawn, pump } = setUp();
  pump.take(frame(1, 1));
  pump.drop();
  asked[0]?.();
  expect(drawn).toEqual([]);
});

it('draws one picture in each animation frame, in the order they were asked for', () => {
  const asked: (() => void)[] = [];
  const drawn: string[] = [];
  const request = oneEach((callback) => asked.push(callback));
  for (const picture of ['first', 'second', 'third']) request(() => drawn.push(picture));
  expect(asked).toHaveLength(1);
  asked[0]?.();
  expect(drawn).toEqual(['first']);
  request(() => drawn.push('fourth'));
  while (asked.length > drawn.length) asked[drawn.length]?.();
  expect(drawn).toEqual(['first', 'second', 'third', 'fourth']);
  expect(asked).toHaveLength(4);
});
