/** Every recipe's step against what PyTorch found at double precision: see `npm run parity`. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../src/engine/backends/simd.ts';
import { fingerprint, optimizerCases, stepCases } from './cases.ts';
import { differences, TOLERANCE, worstOf } from './compare.ts';
import { ourStep, ourUpdates, type Tensors } from './ours.ts';
import { compareWithRecord, RECORD, type Recorded } from './record.ts';

const recorded: Recorded = JSON.parse(readFileSync(RECORD, 'utf8'));

beforeAll(() => start());
afterAll(() => tf.removeBackend('simd'));

it.each(stepCases())('a step of $name agrees with PyTorch', ({ name, plan }) => {
  const before = tf.memory().numTensors;
  const worst = worstOf(compareWithRecord(name, fingerprint(plan), ourStep(plan).tensors, recorded));
  expect(worst.relative, worst.tensor).toBeLessThan(TOLERANCE);
  expect(tf.memory().numTensors).toBe(before);
});

it.each(optimizerCases())('$name agrees with PyTorch', ({ name, spec }) => {
  const worst = worstOf(compareWithRecord(name, fingerprint(spec), ourUpdates(spec).tensors, recorded));
  expect(worst.relative, worst.tensor).toBeLessThan(TOLERANCE);
});

describe('the comparison', () => {
  const [first] = stepCases();
  if (!first) throw new Error('There are no cases.');
  const { name, plan } = first;
  const off = (tensors: Tensors, wanted: RegExp): Tensors =>
    new Map(
      [...tensors].map(([tensor, values]) => [
        tensor,
        wanted.test(tensor) ? Array.from(values, (value) => value * 1.001) : values,
      ]),
    );

  it.each([/^lossD$/, /^update 0.*kernel$/, /runningVariance$/])('notices a thousandth too much in %s', (wanted) => {
    const { tensors } = ourStep(plan);
    const wrong = off(tensors, wanted);
    expect(worstOf(compareWithRecord(name, fingerprint(plan), wrong, recorded)).relative).toBeGreaterThan(TOLERANCE);
    expect(worstOf(differences(wrong, tensors)).relative).toBeGreaterThan(5 * TOLERANCE);
  });

  it('notices another plan', () => {
    const other = fingerprint({ ...plan, batch: 7 });
    expect(() => compareWithRecord(name, other, new Map(), recorded)).toThrow(/has changed since it was recorded/);
  });

  it('tells what is not recorded yet', () => {
    expect(() => compareWithRecord('a new case', '', new Map(), recorded)).toThrow(/“a new case” is not recorded yet/);
  });
});
