import { expect, it } from 'vitest';
import type { SampleView } from '../core/views.ts';
import { lookedAt, momentsOf } from './frames.ts';
import { trainRun } from './testing/source.ts';

it('takes so many moments, evenly, with the first and the newest, all of one size', async () => {
  const { source } = await trainRun({ recipe: 'cgan', data: 'mnist', steps: 6 });
  const moments = momentsOf(source, 300, 3);
  expect(moments.map(({ step }) => step)).toEqual([0, 3, 6]);
  expect(new Set(moments.map(({ picture }) => picture.width)).size).toBe(1);
  expect(momentsOf(source, 300, 1).map(({ step }) => step)).toEqual([6]);
  expect(momentsOf(source, 300)).toHaveLength(7);
});

it('leaves out moments at which another class was looked at', async () => {
  const { source } = await trainRun({ recipe: 'cgan', data: 'mnist', steps: 2 });
  const frames = source.log.frames.map(
    (view, i): SampleView => (view.kind === 'images' && i === 1 ? { ...view, classes: 3 } : view),
  );
  expect(momentsOf({ log: { ...source.log, frames } }, 300).map(({ step }) => step)).toEqual([0, 2]);
});

it('the picture that is looked at is the one of its step, else the newest', async () => {
  const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 3 });
  expect(lookedAt(source).step).toBe(3);
  expect(lookedAt({ ...source, looked: 1 }).step).toBe(1);
  expect(lookedAt({ ...source, looked: 7 }).step).toBe(3);
});
