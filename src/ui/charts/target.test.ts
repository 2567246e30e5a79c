import { expect, it } from 'vitest';
import { parseHash } from '../state/hash.ts';
import type { RunSettings } from '../state/settings.ts';
import { targetOf } from './target.ts';

const targetIn = (link: string): number | null => targetOf(parseHash(link).settings.members[0] as RunSettings);

it('the gradient has a target where a penalty pulls it to one', () => {
  expect(targetIn('#recipe=dragan&k=0.7')).toBe(0.7);
  expect(targetIn('#recipe=wgan-gp')).toBe(1);
  expect(targetIn('#recipe=gan&penalty=wganGp&k=2')).toBe(2);
});

it('and none where nothing does', () => {
  for (const link of ['recipe=gan', 'recipe=gan&k=2', 'recipe=wgan', 'recipe=gan&penalty=r1', 'recipe=dragan&lambda=0'])
    expect(targetIn(`#${link}`), link).toBeNull();
});
