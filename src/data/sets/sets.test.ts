import { describe, expect, it } from 'vitest';
import { imageDrawer, modesOf, pointDrawer } from '../drawn.ts';
import { dataSets } from './index.ts';

it('no two sets have the same id', () => {
  const ids = dataSets.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

describe.each(dataSets.map((info) => [info.id, info] as const))('%s', (_, info) => {
  it('says how it is drawn, if it is not stored', () => {
    if (info.kind === 'points') expect(pointDrawer(info)).toBeTypeOf('function');
    else if (info.made) expect(imageDrawer(info)).toBeTypeOf('function');
  });

  it.runIf(info.kind === 'points')('has modes beside it if it says that it is a mixture, and else none', () => {
    expect(info.kind === 'points' && modesOf(info) !== null).toBe(info.kind === 'points' && info.mixture);
  });
});
