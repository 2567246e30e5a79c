import { expect, it } from 'vitest';
import { spaced } from './spaced.ts';

it.each([
  ['MNIST', ' MNIST '],
  ['8 点环', ' 8 点环'],
  ['瑞士卷', '瑞士卷'],
  ['我的图像 (2)', '我的图像 (2) '],
])('%s in a Chinese sentence', (name, text) => {
  expect(spaced(name)).toBe(text);
});
