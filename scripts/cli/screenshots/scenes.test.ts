import { expect, it } from 'vitest';
import { whyNotComparable } from '../../../e2e/pages/baselines.ts';
import { JOURNEYS } from '../../../e2e/scenes/index.ts';

const scenes = JOURNEYS.flatMap((journey) => journey.scenes);

it('every scene has a name of its own, which is that of its picture', () => {
  const names = scenes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it('a run that is trained for it is seeded and stops by itself', () => {
  for (const { link, step } of JOURNEYS.filter(({ link: { run } }) => run === 1))
    expect(link).toMatchObject({ seed: 1, backend: 'simd', stop: step });
});

it.each([
  [{}, null],
  [{ chromium: '1' }, /^The pictures are of Chromium 156 on linux, and this is Chromium 1 on linux: “npm run/],
  [{ platform: 'toaster' }, /and this is Chromium 156 on toaster: /],
  [{ letters: [1, 3] }, /^The pictures have letters of other fonts: /],
] as const)('pictures that another machine made are not compared, and it is said why: %j', (changes, why) => {
  const made = { chromium: '156', platform: 'linux', letters: [1, 2] };
  const said = whyNotComparable(made, { ...made, ...changes });
  if (why === null) expect(said).toBeNull();
  else expect(said).toMatch(why);
});
