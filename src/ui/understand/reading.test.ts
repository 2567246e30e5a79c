import { expect, it } from 'vitest';
import { understand } from '../../i18n/parts/understand.ts';
import { readAloud } from './reading.ts';

const spoken = { signs: understand.spoken, norm: understand.norm };

it.each([
  ['−E[log σ(D(x))]', 'minus mean of (log sigmoid of (D(x)))'],
  ['½ E[D(G(z))²]', 'one half of mean of (D(G(z)) squared)'],
  ['λ E[(‖∇ₓD(x + δ)‖ − k)²]', 'lambda mean of ((norm of (gradient of D(x plus delta)) minus k) squared)'],
  ['− E[log p(y | x)]', 'minus mean of (log p(y given x))'],
  ['0.02 ‖E f(x) − E f(G(z))‖²', '0.02 norm of (mean of f(x) minus mean of f(G(z))) squared'],
])('%s is read out as “%s”', (formula, words) => {
  expect(readAloud(formula, spoken)).toBe(words);
});
