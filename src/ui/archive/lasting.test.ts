import { expect, it, vi } from 'vitest';
import { settled } from '../state/testing/page.ts';
import { createLasting } from './lasting.ts';

function setUp({ promised = false, grants = true } = {}) {
  const told: (boolean | null)[] = [];
  const persist = vi.fn(async () => grants);
  const lasting = createLasting({ persisted: async () => promised, persist }, (one) => told.push(one));
  return { told, persist, lasting };
}

it('nothing is asked before something is kept, whatever a person does', async () => {
  const { told, persist, lasting } = setUp();
  await settled();
  lasting.gesture();
  lasting.kept(false);
  lasting.gesture();
  expect(persist).not.toHaveBeenCalled();
  expect(told).toEqual([false]);
});

it.each([true, false])('a pause that keeps something asks, once; the answer %s is told', async (grants) => {
  const { told, persist, lasting } = setUp({ grants });
  await settled();
  lasting.kept(true);
  lasting.kept(true);
  await settled();
  expect(persist).toHaveBeenCalledTimes(1);
  expect(told).toEqual([false, grants]);
});

it('who only trains is asked at the first gesture after some minutes', async () => {
  const { persist, lasting } = setUp();
  lasting.kept(false);
  await settled();
  for (let i = 0; i < 2; i++) lasting.kept(false);
  expect(persist).not.toHaveBeenCalled();
  lasting.gesture();
  lasting.gesture();
  expect(persist).toHaveBeenCalledTimes(1);
});

it('nothing is asked where it is promised already, or where the browser knows no promises', async () => {
  const { told, persist, lasting } = setUp({ promised: true });
  await settled();
  lasting.kept(true);
  expect(persist).not.toHaveBeenCalled();
  expect(told).toEqual([true]);
  const none: unknown[] = [];
  createLasting(null, (one) => none.push(one)).kept(true);
  expect(none).toEqual([]);
});
