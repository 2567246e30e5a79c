import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamSpec } from './params.ts';
import { checkParam, choice, defaultsOf, formatParam, integer, number, parseParam, toggle } from './params.ts';

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

it.each<[string, ParamSpec, string, RegExp]>([
  ['rate', rate, 'fast', /rate must be a number, not “fast”/],
  ['rate', rate, '', /rate must be a number/],
  ['rate', rate, 'Infinity', /rate must be a number/],
  ['rate', rate, '2', /rate must lie between 0.000001 and 1, not 2/],
  ['batch', batch, '16.5', /batch must be a whole number, not 16.5/],
  ['batch', batch, '-3', /batch must lie between 2 and 512/],
  ['noise', noise, 'pink', /noise must be one of gaussian, uniform, not “pink”/],
  ['erratum', erratum, 'yes', /erratum must be 0 or 1, not “yes”/],
])('refuses a bad %s and says why', (name, spec, text, why) => {
  expect(parseParam(name, spec, text)).toEqual({ ok: false, why: expect.stringMatching(why) });
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
