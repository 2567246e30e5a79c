import { expect, it } from 'vitest';
import type { Setup } from '../../lessons/lesson.ts';
import { areOf, settingsOf } from './settings.ts';

const setup = {
  data: 'ring',
  seed: 3,
  members: [
    { recipe: 'gan', params: { width: 0.1 }, discriminator: 'dense8.relu.dense1' },
    { recipe: 'wgan-gp', params: {} },
  ],
} satisfies Setup;

it('opens each run with its own networks and parameters, and changes those that it has', () => {
  const [own, other] = settingsOf(setup, { kD: 4, labels: '25' }, 'simd');
  expect(own).toMatchObject({ recipe: 'gan', seed: 3, generator: '', discriminator: 'dense8.relu.dense1' });
  expect(own?.params).toMatchObject({ width: 0.1, kD: 4 });
  expect(own?.params).not.toHaveProperty('labels');
  expect(other).toMatchObject({ generator: '', discriminator: '' });
});

it('knows them on the screen, wherever they are computed', () => {
  const settings = settingsOf(setup, {}, 'simd');
  expect(areOf(settingsOf(setup, {}, 'cpu'), settings)).toBe(true);
  expect(areOf(settingsOf({ ...setup, members: setup.members.slice(1) }, {}, 'simd'), settings)).toBe(false);
  const [first, second] = settings;
  if (!first || !second) throw new Error('There are two.');
  expect(areOf([{ ...first, discriminator: '' }, second], settings)).toBe(false);
});
