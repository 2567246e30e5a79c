import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamSpec } from './params.ts';
import { checkParam, choice, defaultsOf, formatParam, integer, number, parseParam, toggle } from './params.ts';
import type { ParamProblem } from './problems/settings.ts';

const rate = number('optimizer', { default: 2e-4, min: 1e-6, max: 1, scale: 'log' });
const batch = integer('run', { default: 64, min: 2, max: 512 });
const noise = choice('gradient', { default: 'gaussian', options: ['gaussian', 'uniform'] });
const erratum = toggle('errata');

it.each<[string, ParamSpec, string, unknown]>([
  ['rate', rate, '0.001', 0.001],
  ['rate', rate, '1e-3', 0.001],
  ['batch', batch, '16', 16],
  ['noise', noise, 'uniform', 'uniform'],
  ['erratum', erratum, '1', true],
  ['erratum', erratum, '0', false],
])('reads %s', (name, spec, text, value) => {
  expect(parseParam(name, spec, text)).toEqual({ ok: true, value });
});

it.each<[string, ParamSpec, string, ParamProblem]>([
  ['rate', rate, 'fast', { code: 'param.noNumber', name: 'rate', text: 'fast' }],
  ['rate', rate, '', { code: 'param.noNumber', name: 'rate', text: '' }],
  ['rate', rate, 'Infinity', { code: 'param.noNumber', name: 'rate', text: 'Infinity' }],
  ['rate', rate, '2', { code: 'param.range', name: 'rate', min: 1e-6, max: 1, value: 2 }],
  ['batch', batch, '16.5', { code: 'param.whole', name: 'batch', value: 16.5 }],
  ['batch', batch, '-3', { code: 'param.range', name: 'batch', min: 2, max: 512, value: -3 }],
  ['noise', noise, 'pink', { code: 'param.choice', name: 'noise', options: ['gaussian', 'uniform'], value: 'pink' }],
  ['erratum', erratum, 'yes', { code: 'param.noSwitch', name: 'erratum', text: 'yes' }],
])('refuses a bad %s and says why', (name, spec, text, why) => {
  expect(parseParam(name, spec, text)).toEqual({ ok: false, why });
});

it('refuses values of another type', () => {
  for (const spec of [rate, batch, noise, erratum]) expect(checkParam('p', spec, null).ok).toBe(false);
});

describe('the text form', () => {
  it('is read back unchanged', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (value) => {
        expect(parseParam('rate', rate, formatParam(value))).toEqual({ ok: true, value });
      }),
    );
    for (const value of [true, false])
      expect(parseParam('e', erratum, formatParam(value))).toEqual({ ok: true, value });
  });
});

it('has defaults', () => {
  expect(defaultsOf({ rate, batch, noise, erratum })).toEqual({
    rate: 2e-4,
    batch: 64,
    noise: 'gaussian',
    erratum: false,
  });
});
