/** What an objective's formula says is what its losses are. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { evaluated } from '../testing/evaluated.ts';
import { valuesToTry } from '../testing/variations.ts';
import { adversarialLossOf } from './adversarial.ts';

beforeAll(() => tf.setBackend('cpu'));

/** D's outputs on as many real and generated examples, none of them special. */
const REAL = [1.3, -0.4, 0.2, 2.1];
const FAKE = [-0.7, 0.9, -1.6, 0.3];

const column = (values: readonly number[]) => tf.tensor2d([...values], [values.length, 1]);
const value = (scalar: tf.Tensor | { dataSync(): ArrayLike<number> }): number => scalar.dataSync()[0] as number;

describe.each(
  objectives.flatMap((objective) =>
    valuesToTry(objective.params).map(
      (values) => [`${objective.kind} ${Object.values(values).join(' ')}`.trim(), objective, values] as const,
    ),
  ),
)('the formula of %s', (_, objective, values) => {
  const spec = objective.specOf(values);
  const { d, g, letters = {} } = objective.formula(spec, { real: 'r', fake: 'f' });
  const given = {
    r: REAL,
    f: FAKE,
    ...Object.fromEntries(Object.entries(letters).map(([letter, number]) => [letter, [number]])),
  };
  const { discriminator, generator } = adversarialLossOf({ objective: spec });

  it('says D’s loss, on real and on generated examples', () => {
    const { real, fake } = discriminator(column(REAL), column(FAKE));
    expect(evaluated(d.real, given)).toBeCloseTo(value(real), 5);
    expect(evaluated(d.fake, given)).toBeCloseTo(value(fake), 5);
  });

  it('says G’s loss', () => {
    const said = evaluated(g.fake, given) + (g.real === undefined ? 0 : evaluated(g.real, given));
    expect(said).toBeCloseTo(value(generator(column(FAKE), column(REAL))), 5);
  });
});

it('a formula with a sign that nobody knows is no number', () => {
  expect(evaluated('−½ E[(r − 2)²]', { r: [1, 4] })).toBe(-1.25);
  expect(() => evaluated('E[q]', {})).toThrow('q stands for nothing in E[q]');
  expect(() => evaluated('E[1 + 2', {})).toThrow('A ] is missing');
});
